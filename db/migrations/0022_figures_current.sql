-- As of which day, by which rules and since when all figures and flags of a district are up to date: then an import makes anew only what it touched.
create table figures_current (
  community_id uuid not null,
  district_id uuid not null,
  as_of date not null,
  preset_id uuid not null,
  computed_at timestamptz not null default clock_timestamp(),
  primary key (community_id, district_id),
  foreign key (community_id, district_id) references district deferrable
);
