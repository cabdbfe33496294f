-- Ways to sign in. Tokens, codes and links are kept as hashes; the one secret that must be read again, that of a code app, is sealed
-- with a key that is not in the database.
alter table platform.session drop constraint session_how_check;
alter table platform.session add check (how in ('password', 'demo', 'invitation', 'operator', 'link', 'recovery', 'passkey', 'provider'));
-- When the person last proved who they are: changing a way to sign in asks for that to be recent.
alter table platform.session add column proved_at timestamptz not null default now();

-- A step that was begun and waits for its other half, known to one browser by a cookie: the code after the password, a passkey's
-- challenge, the way to a provider and back, a link in a mail. Each ends with its first use.
create table platform.sign_in_step (
  id uuid primary key default platform.uuidv7(),
  token_hash bytea not null unique,
  kind text not null check (kind in ('code', 'passkey', 'new_passkey', 'provider', 'link', 'recovery')),
  account_id uuid references platform.account on delete cascade,
  body jsonb not null default '{}',
  tries int not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on platform.sign_in_step (account_id, created_at);
create index on platform.sign_in_step (expires_at);

create table platform.totp (
  account_id uuid primary key references platform.account on delete cascade,
  sealed_secret bytea not null,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  -- The half minute of the last code that was taken: it and every earlier one are refused from then on.
  last_counter bigint not null default 0
);
create table platform.recovery_code (
  account_id uuid not null references platform.account on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
create table platform.passkey (
  id uuid primary key default platform.uuidv7(),
  account_id uuid not null references platform.account on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index on platform.passkey (account_id);
-- Who somebody is at a provider: its issuer and subject, which never change hands. The address is for reading only.
create table platform.identity (
  id uuid primary key default platform.uuidv7(),
  account_id uuid not null references platform.account on delete cascade,
  issuer text not null,
  subject text not null,
  email text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  unique (issuer, subject)
);
create index on platform.identity (account_id);
-- The history of signing in. A try with an address that nobody has leaves the moment and the way, not the address.
create table platform.sign_in (
  id uuid primary key default platform.uuidv7(),
  account_id uuid references platform.account on delete cascade,
  at timestamptz not null default now(),
  how text not null,
  is_refused boolean not null,
  user_agent text not null default ''
);
create index on platform.sign_in (account_id, at);

-- What an invitation gives: a role at a place, or what a guardian or steward already on record is waiting for. Accepting makes it so.
alter table platform.invitation alter column person_id drop not null;
alter table platform.invitation
  add column given_name text,
  add column family_name text,
  add column locale text not null default 'en',
  add column role text,
  add column district_id uuid,
  add column school_id uuid,
  add column organization_id uuid,
  add column guardianship_id uuid,
  add column invited_by uuid,
  add column withdrawn_at timestamptz,
  add column mail_id uuid;
create index on platform.invitation (community_id, created_at);
