-- Platform data: accounts, sessions and the directory of communities. No foreign key or join reaches community data from here,
-- so that a community can live in another database.
create table platform.community_directory (
  slug text primary key check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  community_id uuid not null unique,
  is_demo boolean not null default false
);
create table platform.account (
  id uuid primary key default platform.uuidv7(),
  email text not null unique check (email = lower(email)),
  password_hash text,
  locale text not null default 'en',
  is_operator boolean not null default false,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create table platform.account_person (
  account_id uuid not null references platform.account on delete cascade,
  community_id uuid not null,
  person_id uuid not null,
  primary key (account_id, community_id),
  unique (community_id, person_id)
);
create table platform.session (
  id uuid primary key default platform.uuidv7(),
  token_hash bytea not null unique,
  account_id uuid not null references platform.account on delete cascade,
  community_id uuid,
  hat_kind text check (hat_kind in ('membership', 'guardianship', 'self')),
  hat_id uuid,
  how text not null check (how in ('password', 'demo', 'invitation', 'operator')),
  user_agent text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index on platform.session (account_id);
create table platform.invitation (
  id uuid primary key default platform.uuidv7(),
  token_hash bytea not null unique,
  email text not null check (email = lower(email)),
  community_id uuid not null,
  person_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
-- Requests that were refused: who, which route, which answer. Never what was asked for.
create table platform.refusal (
  id uuid primary key default platform.uuidv7(),
  session_id uuid,
  account_id uuid,
  method text not null,
  route text not null,
  status int not null,
  at timestamptz not null default now()
);
create index on platform.refusal (account_id, at);
