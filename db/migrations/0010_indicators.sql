create table indicator_preset (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  name text not null,
  version int not null default 1,
  title text not null,
  citation text not null,
  rules jsonb not null,
  primary key (community_id, id),
  unique (community_id, district_id, name, version),
  foreign key (community_id, district_id) references district deferrable
);

-- element: attendance. One row for a student and school, in the window of the district's preset.
create table attendance_summary (
  community_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  access_school_id uuid,
  window_from date not null,
  window_to date not null,
  days_enrolled int not null,
  days_missed numeric(7, 3) not null,
  import_id uuid,
  computed_at timestamptz not null default now(),
  primary key (community_id, student_id, school_id)
);
create index on attendance_summary (community_id, access_school_id);

-- element: behavior
create table behavior_summary (
  community_id uuid not null,
  student_id uuid not null,
  access_school_id uuid,
  window_from date not null,
  window_to date not null,
  incidents int not null,
  state_offenses int not null,
  suspension_days numeric(7, 2) not null,
  import_id uuid,
  computed_at timestamptz not null default now(),
  primary key (community_id, student_id)
);
create index on behavior_summary (community_id, access_school_id);

-- element: grades
create table course_summary (
  community_id uuid not null,
  student_id uuid not null,
  subject text not null,
  access_school_id uuid,
  window_from date not null,
  window_to date not null,
  average numeric(6, 2),
  failures int not null,
  courses int not null,
  grade_points int not null default 0,
  semester_failures int not null default 0,
  credits_earned numeric(8, 3),
  import_id uuid,
  computed_at timestamptz not null default now(),
  primary key (community_id, student_id, subject)
);
create index on course_summary (community_id, access_school_id);

-- element: flags. One row for a student and indicator, so that a teacher may see attendance flags alone.
create table flag (
  community_id uuid not null,
  student_id uuid not null,
  indicator text not null check (indicator in ('attendance', 'behavior', 'course')),
  access_school_id uuid,
  level text not null check (level in ('caution', 'concern')),
  preset_id uuid not null,
  window_from date not null,
  window_to date not null,
  -- The numbers of the reason; the sentence is made of them in the reader's language.
  facts jsonb not null,
  raised_at timestamptz not null default now(),
  computed_at timestamptz not null default now(),
  import_id uuid,
  primary key (community_id, student_id, indicator)
);
create index on flag (community_id, access_school_id);
