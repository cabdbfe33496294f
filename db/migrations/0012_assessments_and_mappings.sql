-- element: assessments. What a test said, as the vendor wrote it; a number beside the words where the score is one.
create table assessment_result (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  assessment text not null,
  vendor text not null default '',
  -- The subject or the part of the test that the score is for; empty for the test as a whole.
  subject text not null default '',
  taken_on date not null,
  score text,
  score_number numeric(12, 3),
  level text,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, assessment, subject, taken_on)
);
create index on assessment_result (community_id, access_school_id);

-- An import whose files follow no standard waits until the steward has said what their columns are.
alter table import drop constraint import_state_check;
alter table import add constraint import_state_check check (state in
  ('received', 'reading', 'needs_mapping', 'checking', 'checked', 'needs_answer', 'applying', 'applied', 'failed', 'undoing', 'undone', 'discarded'));

-- What the columns and values of a source's files mean, as its steward said it last; `version` counts the changes.
create table import_mapping (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  source_id uuid not null,
  mapping jsonb not null,
  version integer not null default 1,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, source_id),
  foreign key (community_id, district_id) references district deferrable,
  foreign key (community_id, source_id) references import_source deferrable,
  foreign key (community_id, set_by) references person deferrable
);
create index on import_mapping (community_id, district_id);
create index on import_mapping (community_id, set_by);

-- How the files of an import look: headers, the first rows, the values of columns with few of them; and what is proposed. It goes with
-- the files, when the import is applied or discarded. Columns of passwords and social security numbers are not in it.
create table import_look (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  import_id uuid not null,
  district_id uuid not null,
  looks jsonb not null,
  proposal jsonb not null,
  primary key (community_id, id),
  unique (community_id, import_id),
  foreign key (community_id, import_id) references import deferrable
);
