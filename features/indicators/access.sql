-- Presets are the district's rules, cited: everyone who sees a flag may read the rule that made it.
select access.protect('indicator_preset', is_imported => true), access.let_read('indicator_preset', 'true');
-- The attendance figures are seen by whoever may see the attendance itself; so for behavior and courses.
select access.protect('attendance_summary', is_imported => true), access.let_read('attendance_summary', access.holds('attendance'));
select access.protect('behavior_summary', is_imported => true), access.let_read('behavior_summary', access.holds('behavior'));
select access.protect('course_summary', is_imported => true), access.let_read('course_summary', access.holds('grades'));
-- A teacher sees flags of attendance alone. Families see the facts themselves, never a label.
select access.protect('flag', is_imported => true), access.let_read('flag', access.holds('flags', 'indicator = ''attendance'''));
-- Which preset the district chose, when and by whom: the data steward's.
select access.protect('preset_choice', is_imported => true), access.let_read('preset_choice', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');

create or replace function access.require_steward() returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if access.role() is distinct from 'data_steward' or access.district() is null then
    perform access.refuse('403', 'not_your_role', 'Only the data steward of the district sets its rules.');
  end if;
end $$;

-- A version of a preset of the district's own: the first one of a copy, or the next one of what is its own already. The rules were
-- checked before; they are checked again whenever they are read. Two who save at once stand in line at the district.
create or replace function act.save_preset(base uuid, title text, rules jsonb, is_copy boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid := platform.uuidv7(); old public.indicator_preset; latest int;
begin
  perform access.require_steward();
  perform from public.district d where d.community_id = access.community() and d.id = access.district() for update;
  select p.* into old from public.indicator_preset p where p.community_id = access.community() and p.district_id = access.district() and p.id = save_preset.base;
  if not found then perform access.refuse('404', 'not_found', 'There is no such preset in your district.'); end if;
  if not save_preset.is_copy then
    if old.created_by is null then perform access.refuse('409', 'preset_cited', 'A cited preset stays as it was published. Copy it and change the copy.'); end if;
    select max(p.version) into latest from public.indicator_preset p where p.community_id = old.community_id and p.district_id = old.district_id and p.name = old.name;
    if latest <> old.version then perform access.refuse('409', 'preset_changed', 'Somebody saved version ' || latest || ' of this preset in the meantime. What you entered is kept.'); end if;
  end if;
  insert into public.indicator_preset (community_id, id, district_id, name, version, title, citation, rules, based_on, created_by)
  values (old.community_id, made, old.district_id, case when save_preset.is_copy then 'own-' || made else old.name end,
    case when save_preset.is_copy then 1 else latest + 1 end, btrim(save_preset.title), old.citation, save_preset.rules, old.id, access.person());
  return made;
end $$;

-- The district chooses; its flags follow by a job, which enters by the import that this answers with. None, where nothing was ever
-- brought in: then there is nothing to follow.
create or replace function act.choose_preset(preset uuid, instead_of uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare present uuid; door uuid;
begin
  perform access.require_steward();
  select d.preset_id into present from public.district d where d.community_id = access.community() and d.id = access.district() for update;
  if not exists (select from public.indicator_preset p where p.community_id = access.community() and p.district_id = access.district() and p.id = choose_preset.preset) then
    perform access.refuse('404', 'not_found', 'There is no such preset in your district.');
  end if;
  if present is not null and present is distinct from choose_preset.instead_of and present is distinct from choose_preset.preset then
    perform access.refuse('409', 'choice_changed', 'Somebody chose another preset in the meantime. Look at the list again.');
  end if;
  update public.district d set preset_id = choose_preset.preset where d.community_id = access.community() and d.id = access.district();
  select i.id into door from public.import i where i.community_id = access.community() and i.district_id = access.district()
    and i.state in ('applied', 'undone') order by i.applied_at desc limit 1;
  insert into public.preset_choice (community_id, district_id, preset_id, chosen_by, state, finished_at)
  values (access.community(), access.district(), choose_preset.preset, access.person(), case when door is null then 'done' else 'waiting' end,
    case when door is null then now() end);
  return door;
end $$;
grant execute on function act.save_preset(uuid, text, jsonb, boolean), act.choose_preset(uuid, uuid) to concentric_app;

-- Whether a district brings incidents in at all: without that, a student without one is not known to have none. Says nothing of anybody.
create or replace function access.brings_incidents(district uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.behavior_incident b join public.school s on s.community_id = b.community_id and s.id = b.school_id and s.district_id = brings_incidents.district
      where b.community_id = access.community() and b.withdrawn_at is null)
    or exists (select from public.discipline_action a join public.school s on s.community_id = a.community_id and s.id = a.school_id and s.district_id = brings_incidents.district
      where a.community_id = access.community() and a.withdrawn_at is null)
$$;
grant execute on function access.brings_incidents(uuid) to concentric_app;

-- As of when the figures are up to date: the importer's alone.
select access.protect('figures_current', is_imported => true);
create or replace function access.are_facts_as_imported(since timestamptz) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select from public.identity_merge m where m.community_id = access.community() and greatest(m.merged_at, m.split_at) > since)
    and not exists (select from public.year_turn y where y.community_id = access.community() and greatest(y.applied_at, y.undone_at) > since)
    and not exists (select from public.course_subject c where c.community_id = access.community() and c.set_at > since)
$$;
grant execute on function access.are_facts_as_imported(timestamptz) to concentric_import;
