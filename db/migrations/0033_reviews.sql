-- element: needs. One look at one student in one school year: strengths first, one a line, then each domain of need. What a finished review
-- says becomes strengths and needs of their own.
create table student_review (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  school_year text not null check (school_year ~ '^\d{4}-\d{2}$'),
  author_id uuid not null,
  strengths text not null default '' check (length(strengths) <= 4000),
  -- {"academic": {"standing": "well" | "watch" | "need", "words": "…"}, …}; a domain that is not there was not looked at.
  marks jsonb not null default '{}' check (jsonb_typeof(marks) = 'object'),
  revision int not null default 1,
  begun_at timestamptz not null default now(),
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (community_id, id),
  unique (community_id, student_id, school_year),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, author_id) references person deferrable,
  foreign key (community_id, saved_by) references person deferrable
);
create index on student_review (community_id, access_school_id);
create index on student_review (community_id, author_id);
create index on student_review (community_id, saved_by);
-- No foreign keys: of two reviews of one student whose records are joined, one is laid aside, and what came of it stays.
alter table need add column review_id uuid;
create index on need (community_id, review_id);
alter table strength add column review_id uuid;
create index on strength (community_id, review_id);
