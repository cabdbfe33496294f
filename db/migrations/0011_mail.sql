-- Mail on its way out. What it says is computed by whoever queues it, with the rights of its recipient; it is emptied once sent.
create table platform.outbox (
  id uuid primary key default platform.uuidv7(),
  -- The community that it comes from; a link to sign in comes from none.
  community_id uuid,
  kind text not null check (kind in ('notice', 'link', 'invitation')),
  recipient text not null check (recipient = lower(recipient) and recipient ~ '^[^\s@]+@[^\s@]+$'),
  locale text not null,
  subject text not null,
  body text not null,
  html text,
  queued_at timestamptz not null default now(),
  -- After this moment it is of no use to its recipient and is not sent any more.
  good_until timestamptz not null,
  attempts int not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  -- What the mail server answered, by its number or the kind of fault; never a word of the mail.
  problem text
);
create index on platform.outbox (community_id, queued_at);
create index on platform.outbox (queued_at) where sent_at is null and given_up_at is null;
