-- A question about a fact of a file: what is wrong, what would be right, and what became of it. The fact is known by its kind, day and words and
-- not by a row: what is corrected in the source may come in as another row. Facts themselves are changed by files alone.
create table correction_request (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  element text not null check (element in ('directory', 'enrollment', 'demographics', 'contacts', 'attendance', 'behavior', 'grades', 'assessments', 'college_access')),
  fact text not null check (fact in ('name', 'grade_level', 'birth_date', 'contact', 'enrollment', 'attendance', 'behavior', 'grade', 'assessment', 'college_access')),
  on_day date,
  label text not null default '' check (length(label) <= 200),
  -- What our copy said when the question was asked; and what it says since a file changed it.
  was text[] not null,
  became text[],
  wrong text not null check (length(wrong) between 1 and 2000),
  right_is text not null check (length(right_is) between 1 and 2000),
  asked_by uuid not null,
  asker_kind text not null check (asker_kind in ('guardian', 'student', 'staff')),
  asked_at timestamptz not null default clock_timestamp(),
  state text not null default 'open' check (state in ('open', 'answered', 'closed')),
  answer text check (answer in ('corrected', 'not_changed')),
  answer_text text not null default '' check (length(answer_text) <= 2000),
  answered_by uuid,
  answered_at timestamptz,
  corrected_by_import uuid,
  closed_at timestamptz,
  version int not null default 1,
  primary key (community_id, id),
  check ((answer is null) = (answered_at is null) and (answer <> 'not_changed' or answer_text <> '')),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, asked_by) references person deferrable,
  foreign key (community_id, answered_by) references person deferrable
);
create index on correction_request (community_id, student_id);
create index on correction_request (community_id, access_school_id);
create index on correction_request (community_id, asked_by);
create index on correction_request (community_id, answered_by);
create index on correction_request (community_id, corrected_by_import);
create index on correction_request (community_id, asked_at) where state <> 'closed';

-- What a family says of a fact that was not changed. It stays with the record, and is shown wherever the fact is shown (34 CFR 99.21).
create table record_statement (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  request_id uuid not null,
  body text not null check (length(body) between 1 and 2000),
  author_id uuid not null,
  author_kind text not null check (author_kind in ('guardian', 'student')),
  written_at timestamptz not null default clock_timestamp(),
  primary key (community_id, id),
  unique (community_id, request_id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, request_id) references correction_request deferrable,
  foreign key (community_id, author_id) references person deferrable
);
create index on record_statement (community_id, student_id);
create index on record_statement (community_id, access_school_id);
create index on record_statement (community_id, author_id);
