-- Which coordinator answers for which student. Ended rows stay, so that a move can be undone and looked up. A row counts only while the
-- membership holds and the student is at its school, whatever stands here: see access.live_caseload.
create table caseload_student (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  school_id uuid not null,
  membership_id uuid not null,
  from_on date not null,
  until_on date,
  set_by uuid not null,
  ended_at timestamptz,
  -- One act of assigning, which is undone as a whole.
  assignment_id uuid not null,
  ended_by_assignment_id uuid,
  primary key (community_id, id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, membership_id) references membership deferrable,
  foreign key (community_id, school_id) references school deferrable,
  foreign key (community_id, set_by) references person deferrable
);
create unique index caseload_student_one_now on caseload_student (community_id, student_id, school_id) where ended_at is null;
create index on caseload_student (community_id, student_id);
create index on caseload_student (community_id, membership_id);
create index on caseload_student (community_id, school_id);
create index on caseload_student (community_id, set_by);
create index on caseload_student (community_id, access_school_id);

-- What kind of note it is, when it happened, how often it was changed, and whether it was a mistake. Nothing is deleted.
alter table note
  add kind text not null default 'other' check (kind in ('conversation', 'home_visit', 'phone_call', 'meeting', 'observation', 'other')),
  add happened_on date,
  add revision int not null default 1,
  add changed_at timestamptz,
  add in_error_at timestamptz;
alter table restricted_note
  add kind text not null default 'other' check (kind in ('conversation', 'home_visit', 'phone_call', 'meeting', 'observation', 'other')),
  add happened_on date,
  add in_error_at timestamptz;

-- element: notes. What a note said before it was changed; nothing here is ever changed.
create table note_revision (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  note_id uuid not null,
  student_id uuid not null,
  access_school_id uuid,
  author_id uuid not null,
  revision int not null,
  kind text not null,
  happened_on date,
  body text not null,
  written_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, note_id, revision),
  foreign key (community_id, note_id) references note deferrable,
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, author_id) references person deferrable
);
create index on note_revision (community_id, student_id);
create index on note_revision (community_id, access_school_id);
create index on note_revision (community_id, author_id);

-- What somebody is about to write. Only the author ever reads it; it is deleted when the text is sent.
create table draft (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  author_id uuid not null,
  student_id uuid not null,
  access_school_id uuid,
  -- The form: the element that is written, or "note ID" while a note is changed.
  form text not null check (length(form) between 1 and 60),
  body text not null check (length(body) <= 10000),
  details jsonb not null default '{}',
  version int not null default 1,
  saved_at timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, author_id, student_id, form),
  foreign key (community_id, author_id) references person deferrable,
  foreign key (community_id, student_id) references student deferrable
);
create index on draft (community_id, student_id);
create index on draft (community_id, access_school_id);

-- Each time somebody read a restricted note, with the reason that was typed.
create table restricted_note_opening (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  note_id uuid not null,
  student_id uuid not null,
  access_school_id uuid,
  person_id uuid not null,
  role text not null,
  reason text not null check (length(reason) between 3 and 500),
  opened_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, note_id) references restricted_note deferrable,
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, person_id) references person deferrable
);
create index on restricted_note_opening (community_id, note_id);
create index on restricted_note_opening (community_id, student_id);
create index on restricted_note_opening (community_id, person_id);
create index on restricted_note_opening (community_id, access_school_id, opened_at);

-- What a person wants to be reminded of, on which day. Only that person, with that hat, ever reads it.
create table reminder (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  author_id uuid not null,
  membership_id uuid not null,
  student_id uuid not null,
  access_school_id uuid,
  referral_id uuid,
  on_date date not null,
  body text not null check (length(body) between 1 and 500),
  created_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, author_id) references person deferrable,
  foreign key (community_id, membership_id) references membership deferrable,
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, referral_id) references referral deferrable
);
create index on reminder (community_id, author_id);
create index on reminder (community_id, membership_id, on_date);
create index on reminder (community_id, student_id);
create index on reminder (community_id, access_school_id);
create index on reminder (community_id, referral_id);
