-- A source of files: who answers for it, how often it is expected, and the folder in which it leaves its files.
alter table import_source
  -- How many days may pass between two applied imports; null: nobody expects it regularly.
  add column expected_every_days int check (expected_every_days between 1 and 400),
  add column expected_since date,
  -- A folder of the community below CONCENTRIC_WATCH_DIR.
  add column watch_folder text check (watch_folder ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$'),
  add column applies_itself boolean not null default false,
  -- What the last look saw: files that look the same twice have stopped growing.
  add column watch_seen text,
  -- The import that is being taken, and which files it takes; a killed process goes on with it.
  add column watch_taking jsonb,
  add column watch_said text,
  add column watch_looked_at timestamptz,
  add column version int not null default 1,
  -- Of which OneRoster files import_copy holds the whole.
  add column copied_files text[] not null default '{}',
  add foreign key (community_id, owner_id) references person deferrable;
create index on import_source (community_id, owner_id);
create unique index on import_source (community_id, lower(watch_folder));

alter table import
  add column is_watched boolean not null default false,
  -- Why an import from a watched folder was not applied by itself.
  add column waits_for text check (waits_for in ('steward', 'errors', 'questions', 'fault'));
create index on import (community_id, source_id);

-- The rows of a source as it told them last, so that a package of changes can be read together with what it changes.
create table import_copy (
  community_id uuid not null,
  source_id uuid not null,
  file text not null,
  external_id text not null,
  cells jsonb not null,
  primary key (community_id, source_id, file, external_id),
  foreign key (community_id, source_id) references import_source deferrable
);

-- Which subject a course counts as, as the district confirmed it, whatever its files say.
create table course_subject (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  course_title text not null,
  subject text not null check (subject in ('english', 'mathematics', 'science', 'social_science', 'other')),
  set_by uuid not null,
  set_at timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, district_id, course_title),
  foreign key (community_id, district_id) references district deferrable,
  foreign key (community_id, set_by) references person deferrable
);
create index on course_subject (community_id, set_by);

-- From what on missed time counts as half a day or a whole one; a null says that it is not counted so.
create table attendance_rule (
  community_id uuid not null,
  district_id uuid not null,
  half_from numeric(4, 3) check (half_from between 0 and 1),
  whole_from numeric(4, 3) check (whole_from between 0 and 1),
  half_minutes int check (half_minutes between 1 and 1440),
  whole_minutes int check (whole_minutes between 1 and 1440),
  half_classes int check (half_classes between 1 and 20),
  whole_classes int check (whole_classes between 1 and 20),
  version int not null default 1,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  primary key (community_id, district_id),
  foreign key (community_id, district_id) references district deferrable,
  foreign key (community_id, set_by) references person deferrable
);
create index on attendance_rule (community_id, set_by);

-- element: demographics. Which programs a student takes part in: special education, language, school meals. Never an input of a flag.
create table student_program (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  program text not null check (program in ('special_education', 'section_504', 'english_learner', 'school_meals', 'migrant', 'homeless',
    'title_i', 'gifted', 'career_technical', 'early_childhood', 'other')),
  title text not null,
  begin_on date not null,
  -- The last day in the program, inclusive.
  end_on date,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, program, title, begin_on)
);
create index on student_program (community_id, access_school_id);
