create table organization (
  community_id uuid not null references community,
  id uuid not null default platform.uuidv7(),
  name text not null,
  sector text not null,
  partner_level text check (partner_level in ('national', 'site_leader', 'core', 'community')),
  status text not null default 'active' check (status in ('prospect', 'invited', 'joined', 'active', 'inactive')),
  created_at timestamptz not null default now(),
  primary key (community_id, id)
);
alter table membership add foreign key (community_id, organization_id) references organization deferrable;
create table service (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  organization_id uuid not null,
  name text not null,
  description text not null default '',
  need_domain text not null check (need_domain in ('academic', 'social_emotional', 'health', 'basic_needs', 'safety', 'family', 'enrichment')),
  grades text not null default '',
  languages text[] not null default '{en}',
  schedule text not null default '',
  places int,
  status text not null default 'active' check (status in ('active', 'inactive', 'defunct', 'temporarily_closed')),
  created_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, organization_id) references organization deferrable
);
create index on service (community_id, organization_id);
