-- The school year turns. Read and written by the functions below alone.
select access.protect('year_turn'), access.protect('year_turn_row');

create or replace function access.next_grade(grade text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when grade = 'PK' or grade = 'TK' then 'KG' when grade = 'KG' then '01'
    when grade ~ '^(0[1-9]|1[01])$' then lpad((grade::int + 1)::text, 2, '0') else null end
$$;

-- The last day of the school year that comes to an end before the one named "2027-28".
create or replace function access.year_end_before(to_year text) returns date language plpgsql stable security definer
set search_path = pg_catalog, pg_temp as $$
declare ends date; starts int;
begin
  if to_year !~ '^\d{4}-\d{2}$' or (left(to_year, 4)::int + 1) % 100 <> right(to_year, 2)::int then
    perform access.refuse('400', 'year_unknown', 'Write the school year as 2027-28.');
  end if;
  starts := left(to_year, 4)::int;
  select max(y.ends_on) into ends from public.academic_session y where y.community_id = access.community() and y.district_id = access.district()
    and y.withdrawn_at is null and y.kind = 'school_year' and y.ends_on between make_date(starts - 1, 11, 1) and make_date(starts, 12, 31);
  if ends is null then
    perform access.refuse('409', 'no_such_year', 'No school year that ends before this one is known. Bring in the calendar of the year that ends first.');
  end if;
  return ends;
end $$;

-- What turning the year would do, and what ends by itself, line by line; nothing changes. For the data steward, who may know each of these students.
create or replace function access.rehearse_year(to_year text)
returns table (what text, does_change boolean, school_name text, student_id uuid, name text, detail text, on_day date)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare ends date;
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward turns the school year.'); end if;
  ends := access.year_end_before(to_year);
  return query
  with ours as (
    select s.id, s.access_school_id, s.grade_level, concat_ws(' ', s.given_name, s.family_name) as student_name, sc.name as school, access.next_grade(s.grade_level) as next_level,
      (select e.grade_level from public.enrollment e where e.community_id = s.community_id and e.student_id = s.id and e.withdrawn_at is null and e.entry_on > ends
        order by e.entry_on limit 1) as told_level,
      exists (select from public.enrollment e where e.community_id = s.community_id and e.student_id = s.id and e.withdrawn_at is null
        and e.entry_on <= ends and (e.exit_on is null or e.exit_on >= ends - 14)) as was_here,
      exists (select from public.enrollment e where e.community_id = s.community_id and e.student_id = s.id and e.withdrawn_at is null
        and (e.entry_on > ends or e.exit_on is null or e.exit_on > ends)) as has_place,
      (select d.birth_date from public.student_demographics d where d.community_id = s.community_id and d.student_id = s.id and d.withdrawn_at is null) as born
    from public.student s left join public.school sc on sc.community_id = s.community_id and sc.id = s.access_school_id
    where s.community_id = access.community() and s.district_id = access.district() and s.withdrawn_at is null
  )
  select 'promoted', true, o.school, o.id, o.student_name, o.grade_level || ' → ' || coalesce(o.told_level, o.next_level), null::date from ours o
    where o.was_here and o.grade_level <> '12' and coalesce(o.told_level, o.next_level) is distinct from o.grade_level and coalesce(o.told_level, o.next_level) is not null
  union all select 'retained', false, o.school, o.id, o.student_name, o.grade_level, null from ours o where o.was_here and o.told_level = o.grade_level
  union all select 'graduates', false, o.school, o.id, o.student_name,
      case when o.born + interval '18 years' <= ends then 'own_rights' else 'guardian_rights' end, ends from ours o
    where o.was_here and o.grade_level = '12' and o.told_level is null
  union all select 'no_place', false, o.school, o.id, o.student_name, o.grade_level, null from ours o where o.was_here and not o.has_place and o.grade_level is distinct from '12'
  union all select 'class_ends', c.ends_on is null, sc.name, null, c.title,
      (select string_agg(distinct concat_ws(' ', p.given_name, p.family_name), ', ') from public.class_teacher t join public.person p on p.community_id = t.community_id and p.id = t.person_id
        where t.community_id = c.community_id and t.class_id = c.id and t.withdrawn_at is null), coalesce(c.ends_on, ends)
    from public.class c left join public.school sc on sc.community_id = c.community_id and sc.id = c.school_id
    where c.community_id = access.community() and c.district_id = access.district() and c.withdrawn_at is null and coalesce(c.starts_on, ends) <= ends and (c.ends_on is null or c.ends_on > ends - 60)
      and (c.ends_on is null or c.ends_on <= ends)
  union all select 'consent_ends', c.until_on > ends, o.school, o.id, o.student_name, g.name, least(c.until_on, ends)
    from public.consent c join ours o on o.id = c.student_id join public.organization g on g.community_id = c.community_id and g.id = c.organization_id
    where c.community_id = access.community() and c.withdrawn_at is null and c.from_on <= ends and c.until_on >= ends - 30
  union all select 'agreement_ends', false, null, null, a.number || ' · ' || a.title, g.name, a.until_on
    from public.agreement a join public.organization g on g.community_id = a.community_id and g.id = a.organization_id
    where a.community_id = access.community() and a.district_id = access.district() and a.terminated_on is null and a.until_on between ends - 30 and ends + 90
  order by 1, 3, 5;
end $$;

-- Turns the year: grades go up, classes that files left open and consents of the year that ended end with its last day. One transaction, on
-- record, once; each row can be put back until the next import.
create or replace function act.turn_year(to_year text) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid; ends date;
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward turns the school year.'); end if;
  perform pg_advisory_xact_lock(hashtextextended('import ' || access.community(), 0));
  select t.id into made from public.year_turn t where t.community_id = access.community() and t.district_id = access.district() and t.to_year = turn_year.to_year and t.undone_at is null;
  if found then return made; end if;
  ends := access.year_end_before(to_year);
  if access.today() < ends then perform access.refuse('409', 'year_not_over', 'This school year is not over yet. Rehearse it, and turn it on its last day or later.'); end if;
  made := platform.uuidv7();
  insert into public.year_turn (community_id, id, district_id, to_year, ended_on, applied_by) values (access.community(), made, access.district(), turn_year.to_year, ends, access.person());
  insert into public.year_turn_row (community_id, turn_id, table_name, row_id, was, became)
  select access.community(), made, 'student', r.student_id, split_part(r.detail, ' → ', 1), split_part(r.detail, ' → ', 2) from access.rehearse_year(to_year) r where r.what = 'promoted';
  insert into public.year_turn_row (community_id, turn_id, table_name, row_id, was, became)
  select c.community_id, made, 'class', c.id, null, ends::text from public.class c
  where c.community_id = access.community() and c.district_id = access.district() and c.withdrawn_at is null and c.ends_on is null and coalesce(c.starts_on, ends) <= ends;
  insert into public.year_turn_row (community_id, turn_id, table_name, row_id, was, became)
  select c.community_id, made, 'consent', c.id, c.until_on::text, ends::text from public.consent c
  join public.student s on s.community_id = c.community_id and s.id = c.student_id and s.district_id = access.district()
  where c.community_id = access.community() and c.withdrawn_at is null and c.from_on <= ends and c.until_on > ends;
  update public.student s set grade_level = r.became from public.year_turn_row r
  where r.community_id = access.community() and r.turn_id = made and r.table_name = 'student' and s.community_id = r.community_id and s.id = r.row_id;
  update public.class c set ends_on = r.became::date from public.year_turn_row r
  where r.community_id = access.community() and r.turn_id = made and r.table_name = 'class' and c.community_id = r.community_id and c.id = r.row_id;
  update public.consent c set until_on = r.became::date from public.year_turn_row r
  where r.community_id = access.community() and r.turn_id = made and r.table_name = 'consent' and c.community_id = r.community_id and c.id = r.row_id;
  update public.import i set checked_at = null where i.community_id = access.community() and i.district_id = access.district() and i.state in ('checked', 'needs_answer');
  return made;
end $$;

-- Turns it back, row by row, where nothing has changed the row since; not after a later import.
create or replace function act.turn_year_back(turn uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare y public.year_turn;
begin
  select x.* into y from public.year_turn x where x.community_id = access.community() and x.id = turn_year_back.turn and x.district_id = access.district()
    and access.role() = 'data_steward' and x.undone_at is null for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such turn of the year in your district.'); end if;
  if exists (select from public.import i where i.community_id = y.community_id and i.district_id = y.district_id and greatest(i.applied_at, i.undone_at) > y.applied_at) then
    perform access.refuse('409', 'imported_since', 'Files were brought in since, so the year cannot be turned back. Bring in the right files instead.');
  end if;
  update public.student s set grade_level = r.was from public.year_turn_row r
  where r.community_id = y.community_id and r.turn_id = y.id and r.table_name = 'student' and s.community_id = r.community_id and s.id = r.row_id and s.grade_level = r.became;
  update public.class c set ends_on = r.was::date from public.year_turn_row r
  where r.community_id = y.community_id and r.turn_id = y.id and r.table_name = 'class' and c.community_id = r.community_id and c.id = r.row_id and c.ends_on = r.became::date;
  update public.consent c set until_on = r.was::date from public.year_turn_row r
  where r.community_id = y.community_id and r.turn_id = y.id and r.table_name = 'consent' and c.community_id = r.community_id and c.id = r.row_id and c.until_on = r.became::date;
  update public.year_turn x set undone_at = clock_timestamp(), undone_by = access.person() where x.community_id = y.community_id and x.id = y.id;
end $$;

create or replace function access.list_year_turns() returns table (id uuid, to_year text, ended_on date, applied_at timestamptz, by_name text, rows int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select y.id, y.to_year, y.ended_on, y.applied_at, concat_ws(' ', p.given_name, p.family_name),
    (select count(*)::int from public.year_turn_row r where r.community_id = y.community_id and r.turn_id = y.id)
  from public.year_turn y join public.person p on p.community_id = y.community_id and p.id = y.applied_by
  where y.community_id = access.community() and y.district_id = access.district() and access.role() = 'data_steward' and y.undone_at is null order by y.applied_at desc
$$;
grant execute on function access.rehearse_year(text), access.list_year_turns(), act.turn_year(text), act.turn_year_back(uuid) to concentric_app;
