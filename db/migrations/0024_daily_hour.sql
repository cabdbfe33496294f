-- At which hour of the community's day somebody wants the daily mail.
alter table platform.account add column daily_mail_hour int not null default 7 check (daily_mail_hour between 0 and 23);
