-- Tokens for programs. A token stands for one hat, narrowed to some elements and some parts of the API; a system's has no account, and
-- its hat is a membership that the data steward made for it.
create table platform.api_token (
  id uuid primary key default platform.uuidv7(),
  token_hash bytea not null unique,
  name text not null check (length(btrim(name)) between 1 and 80),
  account_id uuid references platform.account on delete cascade,
  community_id uuid not null,
  person_id uuid not null,
  hat_kind text not null check (hat_kind in ('membership', 'guardianship', 'self')),
  hat_id uuid not null,
  role text not null,
  -- Of a system only: whose steward answers for it.
  district_id uuid,
  may_write boolean not null,
  elements text[] not null,
  areas text[] not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  check ((account_id is null) = (district_id is not null))
);
create index on platform.api_token (account_id);
create index on platform.api_token (community_id, district_id);
