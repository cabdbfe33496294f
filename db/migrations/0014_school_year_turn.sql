-- The school year as it was turned: what each row was, so that it can be turned back until the next import.
create table year_turn (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  to_year text not null,
  ended_on date not null,
  applied_by uuid not null,
  applied_at timestamptz not null default clock_timestamp(),
  undone_by uuid,
  undone_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, district_id) references district deferrable,
  foreign key (community_id, applied_by) references person deferrable,
  foreign key (community_id, undone_by) references person deferrable
);
create unique index on year_turn (community_id, district_id, to_year) where undone_at is null;
create index on year_turn (community_id, district_id);
create index on year_turn (community_id, applied_by);
create index on year_turn (community_id, undone_by);
create table year_turn_row (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  turn_id uuid not null,
  table_name text not null check (table_name in ('student', 'class', 'consent')),
  row_id uuid not null,
  was text,
  became text,
  primary key (community_id, id),
  foreign key (community_id, turn_id) references year_turn deferrable
);
create index on year_turn_row (community_id, turn_id);
