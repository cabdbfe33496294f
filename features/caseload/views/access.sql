-- Saved views of the student list are read by the person who made them, in the role in which they were made.
select access.protect('saved_view'), access.let_read('saved_view', 'membership_id = (select access.hat_id())');

create or replace function act.save_view(name text, grade text, flag text, sort text, scope text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid := platform.uuidv7();
begin
  if access.hat_kind() is distinct from 'membership' then perform access.refuse('403', 'not_your_role', 'Views are for people at work.'); end if;
  if 50 <= (select count(*) from public.saved_view v where v.community_id = access.community() and v.membership_id = access.hat_id()) then
    perform access.refuse('409', 'too_many_views', 'You have fifty views. Delete one that you no longer use, then save this one.');
  end if;
  insert into public.saved_view (community_id, id, membership_id, name, grade, flag, sort, scope)
  values (access.community(), made, access.hat_id(), btrim(save_view.name), save_view.grade, save_view.flag, save_view.sort, save_view.scope)
  on conflict on constraint saved_view_community_id_membership_id_name_key do nothing;
  if not found then perform access.refuse('409', 'view_exists', 'You have a view of this name. Choose another name.'); end if;
  return made;
end $$;

-- Renamed by whoever saw it last: another window that renamed it first wins.
create or replace function act.rename_view(saved uuid, version int, name text) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v public.saved_view;
begin
  select x.* into v from public.saved_view x where x.community_id = access.community() and x.id = rename_view.saved and x.membership_id = access.hat_id() for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such view of yours.'); end if;
  if v.version <> rename_view.version then
    perform access.refuse('409', 'view_changed', 'You renamed this view in another window in the meantime. Look at its name now, then rename it again.');
  end if;
  if exists (select from public.saved_view x where x.community_id = v.community_id and x.membership_id = v.membership_id and x.id <> v.id and x.name = btrim(rename_view.name)) then
    perform access.refuse('409', 'view_exists', 'You have a view of this name. Choose another name.');
  end if;
  update public.saved_view x set name = btrim(rename_view.name), version = v.version + 1 where x.community_id = v.community_id and x.id = v.id;
  return v.version + 1;
end $$;

create or replace function act.delete_view(saved uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.saved_view x where x.community_id = access.community() and x.id = delete_view.saved and x.membership_id = access.hat_id();
  if not found then perform access.refuse('404', 'not_found', 'There is no such view of yours.'); end if;
end $$;
grant execute on function act.save_view(text, text, text, text, text), act.rename_view(uuid, int, text), act.delete_view(uuid) to concentric_app;
