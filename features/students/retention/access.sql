-- A legal hold stops destruction; the data steward places and releases it. Holds and what was destroyed are read by the owner's commands.
select access.protect('legal_hold'), access.protect('destruction');

create or replace function act.place_legal_hold(student uuid, reason text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare school uuid := access.require_write('directory', place_legal_hold.student); placed uuid;
begin
  insert into public.legal_hold (community_id, student_id, access_school_id, reason, placed_by)
  values (access.community(), place_legal_hold.student, school, btrim(place_legal_hold.reason), access.person()) returning id into placed;
  return placed;
end $$;

create or replace function act.release_legal_hold(hold uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare held uuid := (select h.student_id from public.legal_hold h where h.community_id = access.community() and h.id = release_legal_hold.hold and h.released_at is null);
begin
  perform access.require_write('directory', held);
  update public.legal_hold h set released_at = now(), released_by = access.person()
  where h.community_id = access.community() and h.id = release_legal_hold.hold;
end $$;
grant execute on function act.place_legal_hold(uuid, text), act.release_legal_hold(uuid) to concentric_app;
