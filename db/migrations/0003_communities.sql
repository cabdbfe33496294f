create table community (
  community_id uuid primary key,
  name text not null,
  time_zone text not null,
  locale text not null default 'en',
  -- The day for which every student's school of record was last settled.
  settled_on date,
  created_at timestamptz not null default now()
);
create table district (
  community_id uuid not null references community,
  id uuid not null default platform.uuidv7(),
  name text not null,
  external_id text,
  preset_id uuid,
  primary key (community_id, id)
);
create table school (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  external_id text not null,
  name text not null,
  level text,
  is_title_i boolean,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, district_id, external_id),
  foreign key (community_id, district_id) references district deferrable
);
create table academic_session (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  school_id uuid,
  external_id text not null,
  title text not null,
  kind text not null check (kind in ('school_year', 'semester', 'term', 'grading_period')),
  school_year text,
  starts_on date not null,
  -- The last day, inclusive; a OneRoster end date, which is exclusive, is moved back by a day on the way in.
  ends_on date not null,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, district_id, external_id),
  foreign key (community_id, district_id) references district deferrable
);
create table calendar_date (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  school_id uuid not null,
  calendar_code text not null default '',
  on_date date not null,
  day_type text not null,
  is_instructional boolean not null,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, school_id, on_date, calendar_code, day_type)
);
create table class (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  school_id uuid not null,
  external_id text not null,
  title text not null,
  course_title text,
  subject text check (subject in ('english', 'mathematics', 'science', 'social_science', 'other')),
  is_homeroom boolean not null default false,
  starts_on date,
  ends_on date,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, district_id, external_id)
);
create index on class (community_id, school_id);
