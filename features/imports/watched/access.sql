-- The folders that the importer looks into: each below the short name of its community.
create or replace function access.watched_sources() returns table (id uuid, community text, folder text, seen text, taking jsonb, may_import boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, (select d.slug from platform.community_directory d where d.community_id = s.community_id), s.watch_folder, s.watch_seen, s.watch_taking,
    exists (select from access.current_steward c where c.community_id = s.community_id and c.district_id = s.district_id and c.person_id = s.owner_id)
  from public.import_source s where s.watch_folder is not null order by s.id
$$;

-- What the importer saw in a source's folder, and what it has to say about it.
create or replace function access.saw_watched(source uuid, seen text, said text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  -- An empty folder says nothing new after its files were taken.
  update public.import_source s set watch_seen = saw_watched.seen,
    watch_said = case when saw_watched.said = 'empty' and s.watch_said in ('taken', 'same_files') then s.watch_said else saw_watched.said end, watch_looked_at = clock_timestamp() where s.id = source
$$;

-- Which import is being taken, and of which files. What a killed process began stays as it was begun.
create or replace function access.begin_taking(source uuid, files jsonb) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare begun jsonb;
begin
  update public.import_source s set watch_taking = coalesce(s.watch_taking, jsonb_build_object('id', platform.uuidv7(), 'files', begin_taking.files))
  where s.id = source returning s.watch_taking into begun;
  return begun;
end $$;

-- What was taken becomes an import of the source's owner, unless these very files were the source's last import. A failure is one too.
create or replace function access.finish_taking(source uuid, files jsonb, failure text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare s public.import_source; same boolean;
begin
  select x.* into s from public.import_source x where x.id = source for update;
  if s.watch_taking is null then return false; end if;
  select (select array_agg(f.name || ' ' || f.sha256 order by f.name) from public.import_file f where f.community_id = last.community_id and f.import_id = last.id)
      = (select array_agg(f.name || ' ' || f.sha256 order by f.name) from jsonb_to_recordset(finish_taking.files) f(name text, sha256 text)) into same
  from (select i.community_id, i.id from public.import i where i.community_id = s.community_id and i.source_id = s.id and i.state <> 'failed' order by i.created_at desc limit 1) last;
  update public.import_source x set watch_taking = null, watch_seen = null, watch_looked_at = clock_timestamp(),
    watch_said = case when same then 'same_files' else 'taken' end where x.id = source;
  if same then return false; end if;
  insert into public.import (community_id, id, district_id, source_id, state, created_by, is_watched, failure)
  values (s.community_id, (s.watch_taking ->> 'id')::uuid, s.district_id, s.id, case when failure is null then 'received' else 'failed' end, s.owner_id, true, finish_taking.failure);
  insert into public.import_file (community_id, import_id, district_id, name, kind, sha256, bytes, row_count)
  select s.community_id, (s.watch_taking ->> 'id')::uuid, s.district_id, f.name, f.kind, f.sha256, f.bytes, f.lines
  from jsonb_to_recordset(finish_taking.files) f(name text, kind text, sha256 text, bytes bigint, lines bigint);
  return true;
end $$;

-- Imports of watched folders about which nothing is decided yet, and those whose files need not be kept any longer.
create or replace function access.undecided_imports() returns table (id uuid) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id from public.import i
  where i.is_watched and i.waits_for is null and i.state in ('received', 'reading', 'checking', 'checked', 'needs_answer') order by i.created_at
$$;
create or replace function access.applied_imports(source uuid, ids uuid[]) returns table (id uuid) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id from public.import i where i.source_id = source and i.id = any (ids) and i.state in ('applied', 'undone')
$$;

grant execute on function access.watched_sources(), access.saw_watched(uuid, text, text), access.begin_taking(uuid, jsonb),
  access.finish_taking(uuid, jsonb, text), access.undecided_imports(), access.applied_imports(uuid, uuid[]) to concentric_import;
