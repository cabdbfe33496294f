-- A district's own preset says what it was made from, by whom and when. Each saving adds a version; none is ever edited.
alter table indicator_preset add column based_on uuid, add column created_by uuid, add column created_at timestamptz not null default now();
alter table indicator_preset add foreign key (community_id, based_on) references indicator_preset deferrable,
  add foreign key (community_id, created_by) references person deferrable;
create index on indicator_preset (community_id, based_on);
create index on indicator_preset (community_id, created_by);
-- One row for each time a district chose a preset, with how far its flags have followed.
create table preset_choice (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  district_id uuid not null,
  preset_id uuid not null,
  chosen_by uuid not null,
  chosen_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed')),
  steps_done int not null default 0,
  finished_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, district_id) references district deferrable,
  foreign key (community_id, preset_id) references indicator_preset deferrable,
  foreign key (community_id, chosen_by) references person deferrable
);
create index on preset_choice (community_id, district_id);
create index on preset_choice (community_id, preset_id);
create index on preset_choice (community_id, chosen_by);
