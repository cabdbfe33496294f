-- What comes in, and from where: the data steward's alone, and the importer's.
select access.protect('import_source', is_imported => true), access.let_read('import_source', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('import', is_imported => true), access.let_read('import', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('import_file', is_imported => true), access.let_read('import_file', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('import_problem', is_imported => true), access.let_read('import_problem', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('import_undo', is_imported => true);
-- The origin of a number, for everyone who may see the number: which file, and when.
create or replace function access.origin_of(import uuid) returns table (applied_at timestamptz, source_name text, file_names text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.applied_at, s.name, array(select f.name from public.import_file f where f.community_id = i.community_id and f.import_id = i.id order by 1)
  from public.import i left join public.import_source s on s.community_id = i.community_id and s.id = i.source_id
  where i.community_id = access.community() and i.id = origin_of.import
$$;
grant execute on function access.origin_of(uuid) to concentric_app;

-- When the newest facts came in: "data as of".
create or replace function access.last_import_at() returns timestamptz language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select max(i.applied_at) from public.import i where i.community_id = access.community() and i.state = 'applied'
$$;
grant execute on function access.last_import_at() to concentric_app;
