-- How long a student's record is kept after the last day enrolled. Without a number nothing is ever destroyed.
alter table district add column keep_years int check (keep_years between 1 and 100);
-- While one stands, nothing of the student is destroyed.
create table legal_hold (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  reason text not null check (length(reason) between 3 and 500),
  placed_by uuid not null,
  placed_at timestamptz not null default now(),
  released_by uuid,
  released_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, placed_by) references person deferrable,
  foreign key (community_id, released_by) references person deferrable
);
create index on legal_hold (community_id, student_id);
create index on legal_hold (community_id, placed_by);
create index on legal_hold (community_id, released_by);
create index on legal_hold (community_id, access_school_id);
-- What was destroyed, by an id that now stands for nobody: a backup that is older is held to it when it is restored.
create table destruction (
  community_id uuid not null references community,
  id uuid not null default platform.uuidv7(),
  destroyed_id uuid not null,
  decided_by text not null,
  destroyed_at timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, destroyed_id)
);
