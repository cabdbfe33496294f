-- A need says how much it weighs, from where it is known, since when, and where it stands; each change keeps what the need said before.
-- A need that a flag gave rise to names the flag, so that the same flag proposes nothing again.
alter table need
  add column severity text check (severity in ('mild', 'moderate', 'urgent')),
  add column source text not null default 'staff' check (source in ('flag', 'review', 'teacher', 'family', 'student', 'assessment', 'staff')),
  add column known_since date,
  -- Why it is not needed, entered in error, or met: the last word said with a status.
  add column status_word text not null default '' check (length(status_word) <= 1000),
  add column flag_indicator text check (flag_indicator in ('attendance', 'behavior', 'course')),
  add column flag_raised_at timestamptz,
  add column revision int not null default 1,
  add column changed_by uuid,
  add column changed_at timestamptz,
  add foreign key (community_id, changed_by) references person deferrable,
  add check ((flag_indicator is null) = (flag_raised_at is null));
alter table need drop constraint need_status_check;
update need set status = 'not_needed' where status = 'closed';
update need set source = case author_kind when 'guardian' then 'family' when 'student' then 'student' else 'staff' end, known_since = written_at::date;
alter table need
  add constraint need_status_check check (status in ('proposed', 'open', 'being_met', 'met', 'not_needed', 'in_error'));
create index on need (community_id, changed_by);
create unique index on need (community_id, student_id, flag_indicator, flag_raised_at) where flag_indicator is not null and status <> 'in_error';

-- element: needs. What a need said before. author_id and author_kind are the need's, for whoever may read it.
create table need_change (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  need_id uuid not null,
  student_id uuid not null,
  access_school_id uuid,
  author_id uuid not null,
  author_kind text not null check (author_kind in ('staff', 'partner', 'guardian', 'student')),
  revision int not null,
  domain text not null,
  severity text,
  status text not null,
  status_word text not null default '',
  known_since date,
  body text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, need_id, revision),
  foreign key (community_id, need_id) references need deferrable,
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, author_id) references person deferrable,
  foreign key (community_id, written_by) references person deferrable
);
create index on need_change (community_id, student_id);
create index on need_change (community_id, access_school_id);
create index on need_change (community_id, author_id);
create index on need_change (community_id, written_by);
