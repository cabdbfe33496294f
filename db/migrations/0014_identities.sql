-- element: directory. Under which ids the sources of a district know a student: several point to one.
create table student_identifier (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  district_id uuid not null,
  -- "source": the id by which files name the student; "number": the district's or state's own number, where a file carries it.
  kind text not null check (kind in ('source', 'number')),
  value text not null,
  source_id uuid,
  since_import uuid,
  since timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, district_id, kind, value)
);
create index on student_identifier (community_id, student_id);
create index on student_identifier (community_id, access_school_id);
create table person_identifier (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  person_id uuid not null,
  district_id uuid not null,
  kind text not null check (kind in ('source', 'number')),
  value text not null,
  source_id uuid,
  since_import uuid,
  since timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, district_id, kind, value)
);
create index on person_identifier (community_id, person_id);

-- Two records that a person found to be one: what they were, and for every row that was moved or laid aside, what it was.
create table identity_merge (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  kind text not null check (kind in ('student', 'person')),
  survivor_id uuid not null,
  merged_id uuid not null,
  survivor_was jsonb not null,
  merged_was jsonb not null,
  merged_by uuid not null,
  merged_at timestamptz not null default clock_timestamp(),
  split_by uuid,
  split_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, merged_by) references person deferrable,
  foreign key (community_id, split_by) references person deferrable
);
create index on identity_merge (community_id, survivor_id);
create index on identity_merge (community_id, merged_id);
create index on identity_merge (community_id, merged_by);
create index on identity_merge (community_id, split_by);
create table identity_merge_row (
  community_id uuid not null,
  id bigint generated always as identity,
  merge_id uuid not null,
  table_name text not null,
  column_name text not null,
  what text not null check (what in ('moved', 'laid_aside', 'widened', 'added')),
  -- The key of the row as it is after the merge, and the row as it was before.
  key jsonb not null,
  was jsonb not null,
  primary key (community_id, id),
  foreign key (community_id, merge_id) references identity_merge deferrable
);
create index on identity_merge_row (community_id, merge_id);
-- Two records that a person found to be different people; they are not proposed again.
create table identity_difference (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  kind text not null check (kind in ('student', 'person')),
  one_id uuid not null,
  other_id uuid not null,
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, kind, one_id, other_id),
  foreign key (community_id, decided_by) references person deferrable,
  check (one_id < other_id)
);
create index on identity_difference (community_id, decided_by);
