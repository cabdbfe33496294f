-- How a person likes to see the list of students, under a name of the own. It holds how the list is filtered and sorted and nothing about
-- any student: what was typed to find a name is left out.
create table saved_view (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  membership_id uuid not null,
  name text not null check (length(name) between 1 and 60 and name = btrim(name)),
  grade text check (length(grade) between 1 and 10),
  flag text check (flag in ('any', 'attendance', 'behavior', 'course')),
  sort text check (sort in ('name', 'grade', 'attendance')),
  scope text check (scope in ('caseload', 'school')),
  version int not null default 1,
  primary key (community_id, id),
  unique (community_id, membership_id, name),
  foreign key (community_id, membership_id) references membership deferrable
);

-- One act for many students, so that it can be undone as a whole for a few minutes: the ids of the notes or reminders that it made, or of
-- the one act of assigning.
create table bulk_act (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  membership_id uuid not null,
  kind text not null check (kind in ('assign', 'remind', 'note')),
  made uuid[] not null,
  made_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, membership_id) references membership deferrable
);
create index on bulk_act (community_id, membership_id);
