-- Every table here holds one data element, so that a policy hides a table and never needs to hide a column.
-- access_school_id is the student's school now; school_id is where the fact happened. Imported facts carry no foreign keys:
-- they are checked as sets on the way in.

-- element: directory
create table student (
  community_id uuid not null references community,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  access_school_id uuid,
  person_id uuid,
  external_id text not null,
  given_name text not null,
  middle_name text not null default '',
  family_name text not null,
  preferred_name text not null default '',
  grade_level text,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, district_id, external_id),
  foreign key (community_id, district_id) references district deferrable,
  foreign key (community_id, person_id) references person deferrable
);
create index on student (community_id, access_school_id);
create index on student (community_id, person_id);

-- element: demographics. Not one of these columns is ever an input of a flag.
create table student_demographics (
  community_id uuid not null,
  student_id uuid not null,
  access_school_id uuid,
  birth_date date,
  sex text,
  races text[] not null default '{}',
  is_hispanic boolean,
  home_language text,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, student_id)
);
create index on student_demographics (community_id, access_school_id);

-- element: enrollment
create table enrollment (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  school_id uuid not null,
  access_school_id uuid,
  entry_on date not null,
  -- The last day enrolled, inclusive.
  exit_on date,
  grade_level text,
  is_primary boolean not null default true,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, school_id, entry_on)
);
create index on enrollment (community_id, school_id);
create index on enrollment (community_id, access_school_id);
-- A second current school: few rows, looked up in every transaction of a school's staff.
create index on enrollment (community_id, school_id) where access_school_id is distinct from school_id;
create table class_enrollment (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  class_id uuid not null,
  school_id uuid not null,
  access_school_id uuid,
  external_id text not null,
  begin_on date,
  end_on date,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, class_id, external_id)
);
create index on class_enrollment (community_id, class_id);
create index on class_enrollment (community_id, access_school_id);
create table class_teacher (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  class_id uuid not null,
  person_id uuid not null,
  external_id text not null,
  begin_on date,
  end_on date,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, class_id, person_id, external_id)
);
create index on class_teacher (community_id, person_id);

-- element: contacts
create table guardianship (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  person_id uuid not null,
  relation text not null default 'guardian',
  from_on date not null,
  until_on date,
  -- Without it the guardianship is a proposal from a file and gives nothing.
  approved_at timestamptz,
  approved_by uuid,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, person_id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, person_id) references person deferrable
);
create index on guardianship (community_id, person_id);
create index on guardianship (community_id, access_school_id);
create table student_contact (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  person_id uuid not null,
  name text not null,
  relation text not null default 'guardian',
  phone text not null default '',
  email text not null default '',
  language text,
  is_primary boolean not null default false,
  lives_with boolean,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, person_id)
);
create index on student_contact (community_id, access_school_id);

-- element: contact_restrictions (court orders, no-contact and confidential-address marks): steward and school leaders only.
create table contact_restriction (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  person_id uuid not null,
  kind text not null check (kind in ('court_order', 'no_contact', 'confidential_address', 'imported')),
  description text not null default '',
  from_on date not null,
  until_on date,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, person_id, kind)
);
create index on contact_restriction (community_id, access_school_id);

-- element: attendance. Exceptions only: days present come from the calendar and the enrollment.
create table attendance_event (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  school_id uuid not null,
  access_school_id uuid,
  on_date date not null,
  code text not null check (code in ('excused_absence', 'unexcused_absence', 'suspension', 'tardy', 'early_departure', 'partial')),
  -- Days, 0 to 1, as the source says; null where it does not say.
  duration numeric(4, 3) check (duration between 0 and 1),
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, school_id, on_date, code)
);
create index on attendance_event (community_id, access_school_id);

-- element: behavior
create table behavior_incident (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  school_id uuid not null,
  access_school_id uuid,
  external_id text not null,
  on_date date not null,
  behavior text not null check (behavior in ('state_offense', 'school_violation', 'code_of_conduct', 'other')),
  participation text not null default 'perpetrator',
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, school_id, external_id, behavior)
);
create index on behavior_incident (community_id, access_school_id);
create table discipline_action (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  school_id uuid not null,
  access_school_id uuid,
  external_id text not null,
  on_date date not null,
  action text not null,
  days numeric(6, 2),
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, school_id, external_id, action)
);
create index on discipline_action (community_id, access_school_id);

-- element: grades
create table grade (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  school_id uuid not null,
  access_school_id uuid,
  class_id uuid,
  course_title text not null,
  subject text not null check (subject in ('english', 'mathematics', 'science', 'social_science', 'other')),
  term_title text not null,
  term_ends_on date not null,
  grade_type text not null check (grade_type in ('final', 'grading_period', 'progress')),
  numeric_grade numeric(6, 2),
  letter_grade text,
  credits_attempted numeric(6, 3),
  credits_earned numeric(6, 3),
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, school_id, course_title, term_title, term_ends_on, grade_type)
);
create index on grade (community_id, access_school_id);
create index on grade (community_id, class_id);

-- element: college_access
create table college_access_event (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  event text not null check (event in ('fafsa_completed', 'application', 'acceptance', 'entrance_test', 'early_college_credit', 'enrolled')),
  on_date date not null,
  institution text not null default '',
  detail text not null default '',
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, event, on_date, institution)
);
create index on college_access_event (community_id, access_school_id);
