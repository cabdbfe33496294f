-- The hours of a service stand in the order in which they were told.
alter table service_schedule add column sort_order int not null default 0;
