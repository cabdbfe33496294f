-- The data stewards of a district today: whoever answers for a source is one of them.
create or replace view access.current_steward as
  select m.community_id, m.district_id, m.person_id from public.membership m
  where m.role = 'data_steward' and m.approved_at is not null and m.withdrawn_at is null
    and m.from_on <= access.day_in(m.community_id) and (m.until_on is null or m.until_on >= access.day_in(m.community_id));

-- The data stewards of the reader's own district, for its data steward.
create or replace function act.stewards_here() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(c.person_id), '{}') from access.current_steward c
  where access.role() = 'data_steward' and c.community_id = access.community() and c.district_id = access.district()
$$;
grant execute on function act.stewards_here() to concentric_app;

-- Who answers for a source, how often its files are expected, and the folder in which it leaves them.
create or replace function act.set_import_source(source uuid, version int, owner uuid, expected_every_days int, watch_folder text, applies_itself boolean)
returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s public.import_source; folder text := nullif(btrim(set_import_source.watch_folder), '');
begin
  select x.* into s from public.import_source x
  where x.community_id = access.community() and x.id = source and x.district_id = access.district() and access.role() = 'data_steward' for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such source in your district.'); end if;
  if s.version <> set_import_source.version then perform access.refuse('409', 'source_changed', 'Somebody else changed this source meanwhile. Open the page anew; what you entered is still here.'); end if;
  if not exists (select from access.current_steward c where c.community_id = s.community_id and c.district_id = s.district_id and c.person_id = owner) then
    perform access.refuse('400', 'not_a_steward', 'Choose one of the data stewards of the district.');
  end if;
  if expected_every_days not between 1 and 400 then perform access.refuse('400', 'no_such_rhythm', 'Write a number of days from 1 to 400, or nothing.'); end if;
  if folder !~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$' then
    perform access.refuse('400', 'no_such_folder', 'Write the name of one folder: letters, digits, dashes and underscores, no slashes and no dots.');
  end if;
  if exists (select from public.import_source x where x.community_id = s.community_id and x.id <> s.id and lower(x.watch_folder) = lower(folder)) then
    perform access.refuse('409', 'folder_taken', 'Another source has this folder already. Choose another name.');
  end if;
  update public.import_source x set owner_id = owner, expected_every_days = set_import_source.expected_every_days,
    expected_since = case when set_import_source.expected_every_days is null then null else coalesce(x.expected_since, access.today()) end,
    watch_folder = folder, applies_itself = folder is not null and coalesce(set_import_source.applies_itself, false), version = x.version + 1,
    watch_seen = case when x.watch_folder is not distinct from folder then x.watch_seen end,
    watch_said = case when x.watch_folder is not distinct from folder then x.watch_said end,
    watch_taking = case when x.watch_folder is not distinct from folder then x.watch_taking end
  where x.community_id = s.community_id and x.id = s.id;
  return s.version + 1;
end $$;
grant execute on function act.set_import_source(uuid, int, uuid, int, text, boolean) to concentric_app;
