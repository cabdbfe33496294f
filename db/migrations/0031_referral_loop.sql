-- A referral from its first draft to the two words on its outcome.

alter table referral drop constraint referral_state_check;
alter table referral add constraint referral_state_check check (state in ('draft', 'awaiting_consent', 'sent', 'accepted', 'declined', 'withdrawn',
  'expired', 'waitlisted', 'started', 'completed', 'ended_early', 'entered_in_error'));

-- Time itself is nobody: what has expired was ended by the clock.
alter table referral_event alter column person_id drop not null;
alter table referral_event drop constraint referral_event_author_kind_check;
alter table referral_event add constraint referral_event_author_kind_check check (author_kind in ('staff', 'partner', 'guardian', 'student', 'clock'));
alter table referral_event add check ((person_id is null) = (author_kind = 'clock'));

-- element: referrals
-- The family's word on the outcome, apart from the provider's. A later word of the same person stands beside the earlier one.
create table referral_word (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  referral_id uuid not null,
  student_id uuid not null,
  access_school_id uuid,
  author_id uuid not null,
  author_kind text not null check (author_kind in ('guardian', 'student')),
  got_help text not null check (got_help in ('yes', 'partly', 'no')),
  body text not null default '' check (length(body) <= 1000),
  said_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, referral_id) references referral deferrable,
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, author_id) references person deferrable
);
create index on referral_word (community_id, referral_id);
create index on referral_word (community_id, student_id);
create index on referral_word (community_id, access_school_id);
create index on referral_word (community_id, author_id);

-- After how many days without an answer a district asks again, and gives up. Without a row the defaults of access.referral_days hold.
create table referral_rule (
  community_id uuid not null,
  district_id uuid not null,
  remind_after_days int not null check (remind_after_days between 1 and 90),
  expire_after_days int not null check (expire_after_days between 2 and 365),
  set_by uuid not null,
  set_at timestamptz not null default now(),
  version int not null default 1,
  primary key (community_id, district_id),
  foreign key (community_id, district_id) references district deferrable,
  foreign key (community_id, set_by) references person deferrable,
  check (expire_after_days > remind_after_days)
);
create index on referral_rule (community_id, set_by);
