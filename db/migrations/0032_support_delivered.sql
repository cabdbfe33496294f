-- What is said on the way, and what was given: messages on a referral, sessions of a service, and one line for each student and time.

-- element: referrals
-- Between the school and the organization. The family reads what is addressed to it.
create table referral_message (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  referral_id uuid not null,
  student_id uuid not null,
  access_school_id uuid,
  organization_id uuid not null,
  author_id uuid not null,
  author_kind text not null check (author_kind in ('staff', 'partner')),
  is_for_family boolean not null,
  -- The referral was a mistake: the organization does not see what was said on it any more.
  is_in_error boolean not null default false,
  body text not null check (length(body) between 1 and 2000),
  written_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, referral_id) references referral deferrable,
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, organization_id) references organization deferrable,
  foreign key (community_id, author_id) references person deferrable
);
create index on referral_message (community_id, referral_id);
create index on referral_message (community_id, student_id);
create index on referral_message (community_id, access_school_id);
create index on referral_message (community_id, organization_id);
create index on referral_message (community_id, author_id);

-- What was promised to this student: how many times, and how many minutes each.
alter table participation
  add column promised_sessions int check (promised_sessions between 1 and 400),
  add column promised_minutes int check (promised_minutes between 1 and 600),
  add check ((promised_sessions is null) = (promised_minutes is null));

-- One occurrence of a service. Who was there stands in service_log.
create table service_session (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  organization_id uuid not null,
  service_id uuid not null,
  on_date date not null,
  minutes int not null check (minutes between 1 and 600),
  is_in_school_time boolean not null,
  -- Given by the browser, so that what is sent twice is one session.
  key uuid not null,
  version int not null default 1,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, key),
  foreign key (community_id, organization_id) references organization deferrable,
  foreign key (community_id, service_id) references service deferrable,
  foreign key (community_id, made_by) references person deferrable
);
create index on service_session (community_id, organization_id, on_date);
create index on service_session (community_id, service_id);
create index on service_session (community_id, made_by);

-- element: services
-- A student at a service on one day: there, excused or absent, and for how many minutes.
create table service_log (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  organization_id uuid not null,
  service_id uuid not null,
  participation_id uuid not null,
  session_id uuid,
  on_date date not null,
  attendance text not null check (attendance in ('present', 'excused', 'absent')),
  minutes int not null check (minutes between 0 and 600),
  is_in_school_time boolean not null,
  -- Given by the browser: a log that is sent twice is one log.
  key uuid not null default platform.uuidv7(),
  logged_by uuid not null,
  logged_at timestamptz not null default now(),
  in_error_at timestamptz,
  in_error_by uuid,
  primary key (community_id, id),
  unique (community_id, key),
  unique (community_id, session_id, participation_id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, organization_id) references organization deferrable,
  foreign key (community_id, service_id) references service deferrable,
  foreign key (community_id, participation_id) references participation deferrable,
  foreign key (community_id, session_id) references service_session deferrable,
  foreign key (community_id, logged_by) references person deferrable,
  foreign key (community_id, in_error_by) references person deferrable,
  check ((attendance = 'present') = (minutes > 0)),
  check ((in_error_at is null) = (in_error_by is null))
);
create index on service_log (community_id, student_id);
create index on service_log (community_id, access_school_id);
create index on service_log (community_id, organization_id, on_date);
create index on service_log (community_id, service_id);
create index on service_log (community_id, participation_id);
create index on service_log (community_id, logged_by);
create index on service_log (community_id, in_error_by);
