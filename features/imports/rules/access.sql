-- From what on missed time counts as half a day or a whole one. What was checked by another rule is checked anew before it is applied.
create or replace function act.set_attendance_rule(version int, rule jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare known int; made int;
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('404', 'not_found', 'There is no such page, or you may not see it.'); end if;
  select r.version into known from public.attendance_rule r where r.community_id = access.community() and r.district_id = access.district() for update;
  if coalesce(known, 0) <> set_attendance_rule.version then
    perform access.refuse('409', 'rule_changed', 'Somebody else changed this rule meanwhile. Open the page anew; what you entered is still here.');
  end if;
  if (rule ->> 'halfFrom')::numeric > (rule ->> 'wholeFrom')::numeric or (rule ->> 'halfMinutes')::int > (rule ->> 'wholeMinutes')::int
    or (rule ->> 'halfClasses')::int > (rule ->> 'wholeClasses')::int then
    perform access.refuse('400', 'half_above_whole', 'Half a day cannot begin above a whole one. Write the smaller number for half a day.');
  end if;
  if (rule ->> 'halfFrom')::numeric not between 0 and 1 or (rule ->> 'wholeFrom')::numeric not between 0 and 1 or (rule ->> 'halfMinutes')::int not between 1 and 1440
    or (rule ->> 'wholeMinutes')::int not between 1 and 1440 or (rule ->> 'halfClasses')::int not between 1 and 20 or (rule ->> 'wholeClasses')::int not between 1 and 20 then
    perform access.refuse('400', 'no_such_part', 'A part of a day is 0 to 1, minutes are 1 to 1440, classes are 1 to 20.');
  end if;
  insert into public.attendance_rule as r (community_id, district_id, half_from, whole_from, half_minutes, whole_minutes, half_classes, whole_classes, set_by)
  values (access.community(), access.district(), (rule ->> 'halfFrom')::numeric, (rule ->> 'wholeFrom')::numeric, (rule ->> 'halfMinutes')::int,
    (rule ->> 'wholeMinutes')::int, (rule ->> 'halfClasses')::int, (rule ->> 'wholeClasses')::int, access.person())
  on conflict (community_id, district_id) do update set half_from = excluded.half_from, whole_from = excluded.whole_from, half_minutes = excluded.half_minutes,
    whole_minutes = excluded.whole_minutes, half_classes = excluded.half_classes, whole_classes = excluded.whole_classes, set_by = excluded.set_by, set_at = now(), version = r.version + 1
  returning r.version into made;
  update public.import i set checked_at = null
  where i.community_id = access.community() and i.district_id = access.district() and i.state in ('checked', 'needs_answer');
  return made;
end $$;
grant execute on function act.set_attendance_rule(int, jsonb) to concentric_app;

-- Which subject a course counts as, confirmed by the data steward; no subject takes the confirmation away. Answers with the import by whose
-- facts the flags are made anew.
create or replace function act.set_course_subjects(subjects jsonb) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('404', 'not_found', 'There is no such page, or you may not see it.'); end if;
  if exists (select from jsonb_to_recordset(subjects) s("courseTitle" text, subject text)
      where s.subject not in ('english', 'mathematics', 'science', 'social_science', 'other') or coalesce(btrim(s."courseTitle"), '') = '') then
    perform access.refuse('400', 'no_such_subject', 'Choose one of the subjects that are offered.');
  end if;
  delete from public.course_subject c using jsonb_to_recordset(subjects) s("courseTitle" text, subject text)
  where c.community_id = access.community() and c.district_id = access.district() and c.course_title = s."courseTitle";
  insert into public.course_subject (community_id, district_id, course_title, subject, set_by)
  select distinct on (s."courseTitle") access.community(), access.district(), s."courseTitle", s.subject, access.person()
  from jsonb_to_recordset(subjects) s("courseTitle" text, subject text) where s.subject is not null;
  return (select i.id from public.import i where i.community_id = access.community() and i.district_id = access.district() and i.state = 'applied' order by i.applied_at desc limit 1);
end $$;
grant execute on function act.set_course_subjects(jsonb) to concentric_app;
