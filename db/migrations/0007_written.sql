-- What people write about a student. Free text is an element of its own. author_kind tells whose voice it is:
-- one guardian never reads what another guardian wrote.

-- element: notes
create table note (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  author_id uuid not null,
  author_kind text not null check (author_kind in ('staff', 'partner', 'guardian', 'student')),
  body text not null check (length(body) between 1 and 10000),
  written_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, author_id) references person deferrable
);
create index on note (community_id, student_id);
create index on note (community_id, access_school_id);
create index on note (community_id, author_id);

-- element: restricted_notes
create table restricted_note (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  author_id uuid not null,
  author_kind text not null check (author_kind in ('staff', 'partner', 'guardian', 'student')),
  body text not null check (length(body) between 1 and 10000),
  written_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, author_id) references person deferrable
);
create index on restricted_note (community_id, student_id);
create index on restricted_note (community_id, access_school_id);
create index on restricted_note (community_id, author_id);

-- element: needs
create table need (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  author_id uuid not null,
  author_kind text not null check (author_kind in ('staff', 'partner', 'guardian', 'student')),
  domain text not null check (domain in ('academic', 'social_emotional', 'health', 'basic_needs', 'safety', 'family', 'enrichment')),
  status text not null default 'open' check (status in ('proposed', 'open', 'met', 'closed')),
  body text not null check (length(body) between 1 and 10000),
  written_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, author_id) references person deferrable
);
create index on need (community_id, student_id);
create index on need (community_id, access_school_id);
create index on need (community_id, author_id);

-- element: strengths
create table strength (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  author_id uuid not null,
  author_kind text not null check (author_kind in ('staff', 'partner', 'guardian', 'student')),
  body text not null check (length(body) between 1 and 10000),
  written_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, author_id) references person deferrable
);
create index on strength (community_id, student_id);
create index on strength (community_id, access_school_id);
create index on strength (community_id, author_id);

-- element: voice
create table student_voice (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  author_id uuid not null,
  author_kind text not null check (author_kind in ('staff', 'partner', 'guardian', 'student')),
  body text not null check (length(body) between 1 and 10000),
  written_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, author_id) references person deferrable
);
create index on student_voice (community_id, student_id);
create index on student_voice (community_id, access_school_id);
create index on student_voice (community_id, author_id);
