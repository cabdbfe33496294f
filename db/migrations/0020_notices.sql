-- Up to which moment somebody has looked at the own notices, in each role. The notices themselves are kept nowhere: they are computed when
-- they are read, from what their reader may see then.
create table notice_seen (
  community_id uuid not null,
  membership_id uuid not null,
  seen_until timestamptz not null,
  primary key (community_id, membership_id),
  foreign key (community_id, membership_id) references membership deferrable
);

alter table platform.account add column wants_daily_mail boolean not null default true;

-- Each day on which an account's notices of a community were counted for a mail, so that no second process counts them again.
create table platform.daily_mail (
  account_id uuid not null references platform.account on delete cascade,
  community_id uuid not null,
  on_date date not null,
  looked_at timestamptz not null default now(),
  -- Absent when there was nothing to tell.
  mail_id uuid,
  primary key (account_id, community_id, on_date)
);
