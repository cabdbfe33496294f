create table import_source (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  name text not null,
  kind text not null check (kind in ('oneroster', 'edfi', 'csv')),
  -- How the source writes attendance, as the steward confirmed it; null while nobody has.
  attendance_practice text check (attendance_practice in ('exceptions', 'positive')),
  attendance_confirmed_by uuid,
  attendance_confirmed_at timestamptz,
  owner_id uuid,
  primary key (community_id, id),
  unique (community_id, district_id, name),
  foreign key (community_id, district_id) references district deferrable
);
create table import (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  source_id uuid,
  state text not null check (state in ('received', 'reading', 'checking', 'checked', 'needs_answer', 'applying', 'applied', 'failed', 'undoing', 'undone', 'discarded')),
  -- What is done with it once it is read: only looked at, or applied as well.
  wanted text not null default 'check' check (wanted in ('check', 'apply')),
  formats text[] not null default '{}',
  counts jsonb not null default '{}',
  questions jsonb not null default '[]',
  answers jsonb not null default '{}',
  rows_done bigint not null default 0,
  rows_expected bigint,
  -- How many records were staged; staging is unlogged, and empty after a crash.
  staged_rows bigint,
  failure text,
  content_hash text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  checked_at timestamptz,
  applied_at timestamptz,
  applied_by uuid,
  undone_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, district_id) references district deferrable,
  foreign key (community_id, source_id) references import_source deferrable,
  foreign key (community_id, created_by) references person deferrable
);
create index on import (community_id, district_id, created_at);
create index on import (community_id, source_id);
create index on import (community_id, created_by);
create table import_file (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  import_id uuid not null,
  district_id uuid not null,
  name text not null,
  kind text not null,
  sha256 text not null,
  bytes bigint not null,
  row_count bigint,
  primary key (community_id, id),
  unique (community_id, import_id, name),
  foreign key (community_id, import_id) references import deferrable
);
create table import_problem (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  import_id uuid not null,
  district_id uuid not null,
  file text not null,
  row_number bigint,
  column_name text,
  value text,
  rule text not null,
  severity text not null check (severity in ('error', 'warning', 'note')),
  message text not null,
  primary key (community_id, id),
  foreign key (community_id, import_id) references import deferrable
);
create index on import_problem (community_id, import_id, severity);
-- What a changed or withdrawn row was before the import, so that the last applied import can be undone.
create table import_undo (
  community_id uuid not null,
  id bigint generated always as identity,
  import_id uuid not null,
  table_name text not null,
  was jsonb not null,
  primary key (community_id, id)
);
create index on import_undo (community_id, import_id, table_name);
-- What the codes of a district's files mean, where they say it otherwise than the map that the program brings.
create table import_code (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  category text not null,
  code text not null,
  -- Empty: nothing is known.
  meaning text not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, district_id, category, code),
  foreign key (community_id, district_id) references district deferrable,
  foreign key (community_id, set_by) references person deferrable
);
create index on import_code (community_id, district_id);
create index on import_code (community_id, set_by);
