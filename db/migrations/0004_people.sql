create table person (
  community_id uuid not null references community,
  id uuid not null default platform.uuidv7(),
  district_id uuid,
  external_id text,
  given_name text not null,
  family_name text not null,
  -- Someone who works in the community: the name may be seen by all who work in it. A guardian's or student's may not.
  is_worker boolean not null default false,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, district_id, external_id),
  foreign key (community_id, district_id) references district deferrable
);
create table membership (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  person_id uuid not null,
  role text not null check (role in ('data_steward', 'principal', 'counselor', 'nurse', 'social_worker', 'coordinator',
    'teacher', 'partner_worker', 'backbone', 'network_analyst')),
  district_id uuid,
  school_id uuid,
  organization_id uuid,
  from_on date not null,
  until_on date,
  -- Without it the membership is a proposal: an imported role other than a teacher's gives nothing until a steward approves it.
  approved_at timestamptz,
  approved_by uuid,
  changed_by_import uuid,
  added_by_import uuid,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, person_id) references person deferrable,
  foreign key (community_id, district_id) references district deferrable,
  foreign key (community_id, school_id) references school deferrable,
  check (case
    when role = 'data_steward' then district_id is not null and school_id is null and organization_id is null
    when role in ('principal', 'counselor', 'nurse', 'social_worker', 'teacher') then school_id is not null and organization_id is null
    when role = 'coordinator' then school_id is not null
    when role = 'partner_worker' then organization_id is not null and school_id is null
    else school_id is null end)
);
create index on membership (community_id, person_id);
create index on membership (community_id, school_id);
create index on membership (community_id, district_id);
create index on membership (community_id, organization_id);
