create table agreement (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  organization_id uuid not null,
  district_id uuid not null,
  number text not null,
  title text not null,
  basis text not null check (basis in ('consent', 'school_official')),
  purpose text not null check (length(purpose) > 0),
  from_on date not null,
  until_on date not null,
  terminated_on date,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, organization_id) references organization deferrable,
  foreign key (community_id, district_id) references district deferrable,
  foreign key (community_id, created_by) references person deferrable,
  check (until_on >= from_on)
);
create index on agreement (community_id, organization_id);
create index on agreement (community_id, district_id);
create index on agreement (community_id, created_by);
-- The schedule: the elements that this agreement lets the partner see.
create table agreement_element (
  community_id uuid not null,
  agreement_id uuid not null,
  element text not null,
  primary key (community_id, agreement_id, element),
  foreign key (community_id, agreement_id) references agreement deferrable
);
create table agreement_signature (
  community_id uuid not null,
  agreement_id uuid not null,
  side text not null check (side in ('school', 'partner')),
  person_id uuid not null,
  signed_name text not null,
  signed_at timestamptz not null default now(),
  primary key (community_id, agreement_id, side),
  foreign key (community_id, agreement_id) references agreement deferrable,
  foreign key (community_id, person_id) references person deferrable
);
create index on agreement_signature (community_id, person_id);

-- element: consents
create table consent (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  organization_id uuid not null,
  giver_id uuid not null,
  giver_kind text not null check (giver_kind in ('guardian', 'student')),
  elements text[] not null check (cardinality(elements) > 0),
  purpose text not null check (length(purpose) > 0),
  from_on date not null,
  until_on date not null,
  method text not null default 'electronic' check (method in ('electronic', 'paper')),
  signed_name text not null check (length(signed_name) > 0),
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, organization_id) references organization deferrable,
  foreign key (community_id, giver_id) references person deferrable,
  -- A consent lasts twelve months at the most.
  check (until_on >= from_on and until_on <= from_on + interval '12 months')
);
create index on consent (community_id, student_id);
create index on consent (community_id, organization_id, student_id);
create index on consent (community_id, giver_id);
create index on consent (community_id, access_school_id);

-- element: referrals
create table referral (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  school_id uuid not null,
  organization_id uuid not null,
  service_id uuid not null,
  author_id uuid not null,
  request text not null check (length(request) between 1 and 2000),
  state text not null check (state in ('awaiting_consent', 'sent', 'accepted', 'declined', 'withdrawn', 'expired', 'waitlisted',
    'started', 'completed', 'ended_early')),
  decline_reason text check (decline_reason in ('no_capacity', 'not_eligible', 'out_of_area', 'missing_documents', 'could_not_reach', 'other')),
  reason_text text,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, organization_id) references organization deferrable,
  foreign key (community_id, service_id) references service deferrable,
  foreign key (community_id, author_id) references person deferrable,
  check ((state = 'declined') = (decline_reason is not null))
);
create index on referral (community_id, student_id);
create index on referral (community_id, organization_id, state);
create index on referral (community_id, access_school_id);
create index on referral (community_id, service_id);
create index on referral (community_id, author_id);
create table referral_event (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  referral_id uuid not null,
  student_id uuid not null,
  access_school_id uuid,
  organization_id uuid not null,
  person_id uuid not null,
  author_kind text not null check (author_kind in ('staff', 'partner', 'guardian', 'student')),
  state text not null,
  reason text not null default '',
  at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, referral_id) references referral deferrable,
  foreign key (community_id, person_id) references person deferrable
);
create index on referral_event (community_id, referral_id);
create index on referral_event (community_id, person_id);
create index on referral_event (community_id, student_id);
create index on referral_event (community_id, access_school_id);

-- element: services
create table participation (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  organization_id uuid not null,
  service_id uuid not null,
  referral_id uuid,
  stage text not null check (stage in ('applied', 'waitlisted', 'enrolled', 'active', 'completed', 'withdrawn', 'denied')),
  from_on date not null,
  until_on date,
  primary key (community_id, id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, organization_id) references organization deferrable,
  foreign key (community_id, service_id) references service deferrable,
  foreign key (community_id, referral_id) references referral deferrable
);
create index on participation (community_id, student_id);
create index on participation (community_id, organization_id, student_id);
create index on participation (community_id, service_id);
create index on participation (community_id, referral_id);
create index on participation (community_id, access_school_id);

-- One row for each student whenever someone from outside the school opens elements (34 CFR 99.32). Written by access.enter alone.
create table disclosure (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  person_id uuid not null,
  membership_id uuid not null,
  organization_id uuid not null,
  elements text[] not null,
  basis text not null,
  purpose text not null,
  agreement_id uuid not null,
  consent_id uuid,
  reason text not null,
  at timestamptz not null default now(),
  primary key (community_id, id)
);
create index on disclosure (community_id, student_id, at);
create index on disclosure (community_id, person_id, at);
