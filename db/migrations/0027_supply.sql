-- What the community offers, told so that it can be matched, found and exchanged (HSDS 3.0).

alter table organization
  add column description text not null default '',
  add column website text not null default '',
  add column email text not null default '',
  add column phone text not null default '',
  -- Set where a school, or the district itself, offers its own programs.
  add column school_id uuid,
  add column district_id uuid,
  add column version int not null default 1,
  add column changed_at timestamptz not null default now(),
  add foreign key (community_id, school_id) references school deferrable,
  add foreign key (community_id, district_id) references district deferrable,
  add check (school_id is null or district_id is null);
create index on organization (community_id, school_id);
create index on organization (community_id, district_id);

create table program (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  organization_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  description text not null default '',
  created_at timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, organization_id, name),
  foreign key (community_id, organization_id) references organization deferrable
);

create table location (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  -- Null for a place that is nobody's in particular.
  organization_id uuid,
  name text not null check (length(name) between 1 and 200),
  address_1 text not null default '',
  address_2 text not null default '',
  city text not null default '',
  region text not null default '',
  postal_code text not null default '',
  country text not null default 'US',
  latitude numeric(9, 6) check (latitude between -90 and 90),
  longitude numeric(9, 6) check (longitude between -180 and 180),
  is_school boolean not null default false,
  school_id uuid,
  created_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, organization_id) references organization deferrable,
  foreign key (community_id, school_id) references school deferrable,
  check ((latitude is null) = (longitude is null)),
  check (school_id is null or is_school)
);
create index on location (community_id, organization_id);
create index on location (community_id, school_id);

alter table service rename column places to capacity;
-- For whom it is, in words: what the columns below cannot say.
alter table service rename column grades to eligibility;
alter table service
  alter column need_domain drop not null,
  add column need_domains text[] not null default '{}'
    check (need_domains <@ '{academic,social_emotional,health,basic_needs,safety,family,enrichment}'::text[]),
  -- Codes of grades as in the roster ("KG", "07"); null is any grade.
  add column grade_levels text[],
  add column min_age numeric(5, 2) check (min_age >= 0),
  add column max_age numeric(5, 2) check (max_age >= 0),
  add column is_in_school_time boolean,
  add column cost text not null default 'unknown' check (cost in ('free', 'sliding', 'fee', 'unknown')),
  add column cost_note text not null default '',
  add column documents text[] not null default '{}',
  add column application text not null default '',
  -- Tiers of evidence of the Every Student Succeeds Act, 1 (strong) to 4 (demonstrates a rationale).
  add column evidence_tier int check (evidence_tier between 1 and 4),
  add column evidence_citation text not null default '',
  add column is_confidential boolean not null default false,
  -- Whether the public list names it.
  add column is_public boolean not null default true,
  add column takes_referrals boolean not null default true,
  -- What the organization itself says; null is not said. Nothing is counted for it.
  add column is_accepting boolean,
  add column contact_name text not null default '',
  add column url text not null default '',
  add column email text not null default '',
  add column phone text not null default '',
  add column last_confirmed_at timestamptz,
  add column last_confirmed_by uuid,
  add column program_id uuid,
  add column version int not null default 1,
  add column changed_at timestamptz not null default now(),
  add check (capacity >= 0),
  add check (cardinality(grade_levels) > 0),
  add check (min_age <= max_age),
  add check (evidence_tier is null or evidence_citation <> ''),
  add check ((last_confirmed_at is null) = (last_confirmed_by is null)),
  add foreign key (community_id, program_id) references program deferrable,
  add foreign key (community_id, last_confirmed_by) references person deferrable;
update service set need_domains = array[need_domain];
create index on service (community_id, program_id);
create index on service (community_id, last_confirmed_by);

-- The schools whose students a service takes. No row: every school's.
create table service_school (
  community_id uuid not null,
  service_id uuid not null,
  school_id uuid not null,
  primary key (community_id, service_id, school_id),
  foreign key (community_id, service_id) references service deferrable,
  foreign key (community_id, school_id) references school deferrable
);
create index on service_school (community_id, school_id);

create table service_location (
  community_id uuid not null,
  service_id uuid not null,
  location_id uuid not null,
  primary key (community_id, service_id, location_id),
  foreign key (community_id, service_id) references service deferrable,
  foreign key (community_id, location_id) references location deferrable
);
create index on service_location (community_id, location_id);

-- When a service takes place. Hours that only a sentence tells have no rule.
create table service_schedule (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  service_id uuid not null,
  -- RFC 5545 without a first day, e.g. FREQ=WEEKLY;BYDAY=TU,TH
  rrule text,
  starts_at time,
  ends_at time,
  valid_from date,
  valid_to date,
  description text not null default '',
  primary key (community_id, id),
  foreign key (community_id, service_id) references service deferrable,
  check (rrule is not null or description <> ''),
  check (starts_at < ends_at),
  check (valid_from <= valid_to)
);
create index on service_schedule (community_id, service_id);

insert into service_schedule (community_id, service_id, description)
select community_id, id, schedule from service where schedule <> '';
alter table service drop column schedule;
