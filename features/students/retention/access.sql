-- A legal hold stops destruction; the data steward places and lifts it. Holds and what is due are read by the district's data steward alone,
-- through the functions below; no program that holds a token does any of it. What was destroyed is read by the owner's commands.
select access.protect('legal_hold'), access.protect('destruction');

create or replace function access.keeping_district() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when access.hat_kind() = 'membership' and access.role() = 'data_steward' and access.setting('token') is null then access.district() end
$$;

-- Records of a district whose students are enrolled nowhere now, with the last day of any enrollment and the first day on which the record is
-- due to be destroyed; that day is not known while the district has not said how long it keeps. An enrollment that its source took back
-- without an end ended when it was taken back. For the owner and for the functions below: the commands and the page follow one rule.
create or replace function access.records_left(community uuid, district uuid) returns table (student_id uuid, last_on date, due_on date, is_held boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, e.last_on, (e.last_on + make_interval(years => d.keep_years))::date + 1,
    exists (select from public.legal_hold h where h.community_id = s.community_id and h.student_id = s.id and h.released_at is null)
  from public.district d join public.community c on c.community_id = d.community_id join public.student s on s.community_id = d.community_id and s.district_id = d.id
  join lateral (select max(coalesce(x.exit_on, (x.withdrawn_at at time zone c.time_zone)::date)) as last_on, bool_or(x.exit_on is null and x.withdrawn_at is null) as is_here
    from public.enrollment x where x.community_id = s.community_id and x.student_id = s.id) e on not e.is_here
  where d.community_id = records_left.community and d.id = records_left.district
$$;

-- Holds of the district, those that stand first. A record that its source took back is named too: it is kept, and held.
create or replace function access.list_holds() returns table (id uuid, student_id uuid, student_name text, external_id text, has_page boolean, reason text,
  placed_at timestamptz, placed_by text, lifted_at timestamptz, lifted_by text)
language sql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
  select h.id, s.id, concat_ws(' ', s.given_name, s.family_name), s.external_id, s.withdrawn_at is null, h.reason, h.placed_at, concat_ws(' ', p.given_name, p.family_name),
    h.released_at, concat_ws(' ', q.given_name, q.family_name)
  from public.legal_hold h
  join public.student s on s.community_id = h.community_id and s.id = h.student_id and s.district_id = access.keeping_district()
  join public.person p on p.community_id = h.community_id and p.id = h.placed_by
  left join public.person q on q.community_id = h.community_id and q.id = h.released_by
  where h.community_id = access.community()
  order by h.released_at desc nulls first, h.placed_at desc, h.id limit 1000
$$;

-- The records that are due, or will be first, with how many are due now and not held.
create or replace function access.list_due_records() returns table (student_id uuid, student_name text, external_id text, has_page boolean, last_on date, due_on date, is_held boolean,
  is_due boolean, due_now int)
language sql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
  select s.id, concat_ws(' ', s.given_name, s.family_name), s.external_id, s.withdrawn_at is null, l.last_on, l.due_on, l.is_held, l.due_on <= access.today(),
    (count(*) filter (where l.due_on <= access.today() and not l.is_held) over ())::int
  from access.records_left(access.community(), access.keeping_district()) l
  join public.student s on s.community_id = access.community() and s.id = l.student_id
  where l.due_on is not null
  order by l.due_on, s.external_id limit 100
$$;

-- Whose record is to be held: by name or number, records that their source took back too.
create or replace function access.find_kept_records(words text) returns table (student_id uuid, student_name text, external_id text, school_name text, is_held boolean)
language sql stable security definer rows 8 set search_path = pg_catalog, pg_temp as $$
  select s.id, concat_ws(' ', s.given_name, s.family_name), s.external_id, c.name,
    exists (select from public.legal_hold h where h.community_id = s.community_id and h.student_id = s.id and h.released_at is null)
  from public.student s left join public.school c on c.community_id = s.community_id and c.id = s.access_school_id
  where s.community_id = access.community() and s.district_id = access.keeping_district() and btrim(find_kept_records.words) <> ''
    and not exists (select from regexp_split_to_table(access.plain(btrim(find_kept_records.words)), '\s+') word
      where position(word in access.plain(concat_ws(' ', s.given_name, s.preferred_name, s.family_name, s.external_id))) = 0)
  order by s.external_id = btrim(find_kept_records.words) desc, s.family_name, s.given_name, s.id limit 8
$$;
grant execute on function access.list_holds(), access.list_due_records(), access.find_kept_records(text), access.keeping_district() to concentric_app;

create or replace function access.require_keeper() returns uuid language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  perform access.require_person();
  if access.keeping_district() is null then perform access.refuse('403', 'not_your_role', 'The data steward places and lifts legal holds.'); end if;
  return access.keeping_district();
end $$;

-- The student's row is locked first: a destruction that has begun is waited for, and one that comes later finds the hold.
create or replace function act.place_legal_hold(student uuid, reason text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare district uuid := access.require_keeper(); school uuid; placed uuid;
begin
  select s.access_school_id into school from public.student s
  where s.community_id = access.community() and s.id = place_legal_hold.student and s.district_id = district for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such student in your district.'); end if;
  if length(btrim(place_legal_hold.reason)) not between 3 and 500 then perform access.refuse('400', 'hold_reason', 'Say in a few words why these records are held, in 500 letters at most.'); end if;
  if exists (select from public.legal_hold h where h.community_id = access.community() and h.student_id = place_legal_hold.student and h.released_at is null) then
    perform access.refuse('409', 'held_already', 'The records of this student are on legal hold already.');
  end if;
  insert into public.legal_hold (community_id, student_id, access_school_id, reason, placed_by)
  values (access.community(), place_legal_hold.student, school, btrim(place_legal_hold.reason), access.person()) returning id into placed;
  return placed;
end $$;

create or replace function act.release_legal_hold(hold uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare district uuid := access.require_keeper(); h public.legal_hold;
begin
  select x.* into h from public.legal_hold x join public.student s on s.community_id = x.community_id and s.id = x.student_id and s.district_id = district
  where x.community_id = access.community() and x.id = release_legal_hold.hold for update of x;
  if not found then perform access.refuse('404', 'not_found', 'There is no such hold in your district.'); end if;
  if h.released_at is not null then perform access.refuse('409', 'hold_lifted', 'This hold was lifted in the meantime.'); end if;
  update public.legal_hold x set released_at = now(), released_by = access.person() where x.community_id = h.community_id and x.id = h.id;
end $$;
grant execute on function act.place_legal_hold(uuid, text), act.release_legal_hold(uuid) to concentric_app;
