-- Questions about facts, and what families say of facts that were not changed. No element of their own: each is opened by the element of the
-- fact that it speaks of, in the functions below.
select access.protect('correction_request'), access.protect('record_statement');

create or replace function access.element_of_fact(fact text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case fact when 'name' then 'directory' when 'grade_level' then 'directory' when 'birth_date' then 'demographics' when 'contact' then 'contacts'
    when 'grade' then 'grades' when 'assessment' then 'assessments' when 'enrollment' then 'enrollment' when 'attendance' then 'attendance'
    when 'behavior' then 'behavior' when 'college_access' then 'college_access' end
$$;
create or replace function access.reads_whole(element text, student uuid, school uuid) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(school = any (access.schools(element)), false) or coalesce(student = any (access.students(element)), false)
$$;

-- The rows that a question is about, withdrawn ones too, each as a few words, with the import that changed it last.
create or replace function access.fact_rows(student uuid, fact text, on_day date, label text)
returns table (said text, is_live boolean, changed_by_import uuid) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case fact_rows.fact when 'name' then concat_ws(' ', s.given_name, nullif(s.middle_name, ''), s.family_name) else s.grade_level end, s.withdrawn_at is null, s.changed_by_import
  from public.student s where s.community_id = access.community() and s.id = fact_rows.student and fact_rows.fact in ('name', 'grade_level')
  union all select d.birth_date::text, d.withdrawn_at is null, d.changed_by_import
  from public.student_demographics d where d.community_id = access.community() and d.student_id = fact_rows.student and fact_rows.fact = 'birth_date'
  union all select concat_ws(' · ', c.name, nullif(c.phone, ''), nullif(c.email, '')), c.withdrawn_at is null, c.changed_by_import
  from public.student_contact c where c.community_id = access.community() and c.student_id = fact_rows.student and fact_rows.fact = 'contact' and c.id::text = fact_rows.label
  union all select concat_ws(' · ', sc.name, e.grade_level, e.exit_on::text), e.withdrawn_at is null, e.changed_by_import
  from public.enrollment e join public.school sc on sc.community_id = e.community_id and sc.id = e.school_id
  where e.community_id = access.community() and e.student_id = fact_rows.student and fact_rows.fact = 'enrollment' and e.entry_on = fact_rows.on_day
  union all select a.code, a.withdrawn_at is null, a.changed_by_import
  from public.attendance_event a where a.community_id = access.community() and a.student_id = fact_rows.student and fact_rows.fact = 'attendance' and a.on_date = fact_rows.on_day
  union all select b.behavior || ' · ' || b.participation, b.withdrawn_at is null, b.changed_by_import
  from public.behavior_incident b where b.community_id = access.community() and b.student_id = fact_rows.student and fact_rows.fact = 'behavior' and b.on_date = fact_rows.on_day
  union all select concat_ws(' · ', d.action, d.days::text), d.withdrawn_at is null, d.changed_by_import
  from public.discipline_action d where d.community_id = access.community() and d.student_id = fact_rows.student and fact_rows.fact = 'behavior' and d.on_date = fact_rows.on_day
  union all select concat_ws(' · ', g.numeric_grade::text, nullif(g.letter_grade, '')), g.withdrawn_at is null, g.changed_by_import
  from public.grade g where g.community_id = access.community() and g.student_id = fact_rows.student and fact_rows.fact = 'grade' and g.course_title = fact_rows.label
    and g.term_ends_on = fact_rows.on_day
  union all select concat_ws(' · ', nullif(t.subject, ''), t.score, t.level), t.withdrawn_at is null, t.changed_by_import
  from public.assessment_result t where t.community_id = access.community() and t.student_id = fact_rows.student and fact_rows.fact = 'assessment' and t.assessment = fact_rows.label
    and t.taken_on = fact_rows.on_day
  union all select concat_ws(' · ', v.institution, v.detail), v.withdrawn_at is null, v.changed_by_import
  from public.college_access_event v where v.community_id = access.community() and v.student_id = fact_rows.student and fact_rows.fact = 'college_access' and v.event = fact_rows.label
    and v.on_date = fact_rows.on_day
$$;
create or replace function access.fact_says(student uuid, fact text, on_day date, label text) returns text[] language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(f.said order by f.said), '{}') from access.fact_rows(student, fact, on_day, label) f where f.is_live and f.said <> ''
$$;

-- "This is wrong": by whoever reads the fact as family or at the school. Nothing in our copy changes by it; the source does.
create or replace function act.ask_correction(student uuid, fact text, on_day date, label text, wrong text, right_is text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare element text := access.element_of_fact(ask_correction.fact); school uuid; made uuid := platform.uuidv7(); kind text := access.author_kind();
begin
  perform access.require_person();
  if element is null then perform access.refuse('400', 'no_such_fact', 'Choose what is wrong from the list.'); end if;
  select s.access_school_id into school from public.student s
  where s.community_id = access.community() and s.id = ask_correction.student and s.withdrawn_at is null and (access.reads_whole(element, s.id, s.access_school_id)
    -- Of the contacts a family reads its own.
    or element = 'contacts' and s.id = any (access.part_students('contacts')) and exists (select from public.student_contact c
      where c.community_id = s.community_id and c.student_id = s.id and c.id::text = ask_correction.label and c.person_id = access.person() and c.withdrawn_at is null));
  if not found or kind = 'partner' then perform access.refuse('404', 'not_found', 'There is no such student, or you may not see this fact.'); end if;
  if exists (select from public.correction_request r where r.community_id = access.community() and r.student_id = ask_correction.student and r.asked_by = access.person()
      and r.fact = ask_correction.fact and r.on_day is not distinct from ask_correction.on_day and r.label = ask_correction.label and r.state = 'open') then
    perform access.refuse('409', 'asked_already', 'You have asked about this already, and the answer is still to come.');
  end if;
  insert into public.correction_request (community_id, id, student_id, access_school_id, element, fact, on_day, label, was, wrong, right_is, asked_by, asker_kind)
  values (access.community(), made, ask_correction.student, school, element, ask_correction.fact, ask_correction.on_day, ask_correction.label,
    access.fact_says(ask_correction.student, ask_correction.fact, ask_correction.on_day, ask_correction.label),
    btrim(ask_correction.wrong), btrim(ask_correction.right_is), access.person(), kind);
  return made;
end $$;

-- Whether the reader may know of a question: at the school whoever reads the fact, and whoever asked; of the family the one who asked, no other guardian.
create or replace function access.may_know_of(r public.correction_request) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when access.role() = 'partner_worker' then false
    when access.hat_kind() = 'membership' then access.reads_whole(r.element, r.student_id, r.access_school_id)
      or r.asked_by = access.person() and r.asker_kind = 'staff' and access.reads_whole('directory', r.student_id, r.access_school_id)
    else r.asked_by = access.person() and r.asker_kind in ('guardian', 'student') and access.reads_whole('directory', r.student_id, r.access_school_id) end
$$;
create or replace function access.lock_correction(request uuid, version int) returns public.correction_request
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare r public.correction_request;
begin
  perform access.require_person();
  select x.* into r from public.correction_request x where x.community_id = access.community() and x.id = lock_correction.request and access.may_know_of(x)
    and exists (select from public.student s where s.community_id = x.community_id and s.id = x.student_id and s.withdrawn_at is null) for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such question, or you may not see it.'); end if;
  if r.version <> lock_correction.version then
    perform access.refuse('409', 'correction_changed', 'Somebody answered or closed this in the meantime. Load the page again; what you wrote is still here.');
  end if;
  return r;
end $$;

-- The data steward's answer. "Corrected" is a word about the source; the import that brings the correction is linked when it comes.
create or replace function act.answer_correction(request uuid, version int, answer text, answer_text text, subjects jsonb, bodies jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.correction_request := access.lock_correction(request, version);
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward answers for the source.'); end if;
  perform access.require_write(r.element, r.student_id);
  if r.state = 'closed' then perform access.refuse('409', 'correction_closed', 'This question is closed.'); end if;
  if answer_correction.answer not in ('corrected', 'not_changed') then perform access.refuse('400', 'no_such_answer', 'Choose one of the answers that are offered.'); end if;
  if answer_correction.answer = 'not_changed' and btrim(answer_correction.answer_text) = '' then
    perform access.refuse('400', 'reason_missing', 'Say why it is not changed. The family reads it.');
  end if;
  update public.correction_request x set state = 'answered', answer = answer_correction.answer, answer_text = btrim(answer_correction.answer_text),
    answered_by = access.person(), answered_at = clock_timestamp(), version = x.version + 1
  where x.community_id = r.community_id and x.id = r.id;
  -- Families are told by mail at once, in their language and without a word of the record, while they hold the rights over it; staff have notices.
  perform access.queue_mail(a.email, a.locale, answer_correction.subjects ->> a.locale, answer_correction.bodies ->> a.locale, community := r.community_id)
  from platform.account_person ap join platform.account a on a.id = ap.account_id and a.disabled_at is null and not a.is_operator
  where ap.community_id = r.community_id and ap.person_id = r.asked_by and exists (select from access.hat h
    where h.community_id = r.community_id and h.person_id = r.asked_by and h.kind in ('guardianship', 'self') and h.student_id = r.student_id) and r.asker_kind <> 'staff';
end $$;
-- Whoever asked closes it: satisfied, or no longer asking.
create or replace function act.close_correction(request uuid, version int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.correction_request := access.lock_correction(request, version);
begin
  if r.asked_by is distinct from access.person() then perform access.refuse('403', 'not_your_role', 'Whoever asked closes the question.'); end if;
  if r.state = 'closed' then perform access.refuse('409', 'correction_closed', 'This question is closed.'); end if;
  update public.correction_request x set state = 'closed', closed_at = clock_timestamp(), version = x.version + 1 where x.community_id = r.community_id and x.id = r.id;
end $$;
-- The family's right when nothing was changed: its own words beside the fact, for as long as the record is kept.
create or replace function act.add_statement(request uuid, version int, body text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.correction_request := access.lock_correction(request, version); made uuid := platform.uuidv7();
begin
  if r.asked_by is distinct from access.person() or r.asker_kind = 'staff' then perform access.refuse('403', 'not_your_role', 'The guardian or student who asked adds a statement.'); end if;
  if r.answer is distinct from 'not_changed' then perform access.refuse('409', 'statement_not_yet', 'A statement is added when the answer is that nothing was changed.'); end if;
  insert into public.record_statement (community_id, id, student_id, access_school_id, request_id, body, author_id, author_kind)
  values (r.community_id, made, r.student_id, r.access_school_id, r.id, btrim(add_statement.body), access.person(), r.asker_kind) on conflict (community_id, request_id) do nothing;
  if not found then perform access.refuse('409', 'statement_there', 'Your statement stands beside this fact already.'); end if;
  update public.correction_request x set version = x.version + 1 where x.community_id = r.community_id and x.id = r.id;
  return made;
end $$;

-- Questions that the reader may know of: about one student, or about all in reach. Contacts are named by the row's id, told here by name.
create or replace function access.list_corrections(student uuid) returns table (id uuid, student_id uuid, student_name text, school_name text, element text, fact text, on_day date, label text,
  was text[], says_now text[], wrong text, right_is text, asker_kind text, asker_name text, is_mine boolean, asked_at timestamptz, state text, answer text, answer_text text, answered_at timestamptz,
  answered_by text, corrected_at timestamptz, corrected_from text, became text[], statement text, may_answer boolean, version int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id, r.student_id, concat_ws(' ', s.given_name, s.family_name), sc.name, r.element, r.fact, r.on_day,
    case r.fact when 'contact' then coalesce((select c.name from public.student_contact c where c.community_id = r.community_id and c.id::text = r.label), '') else r.label end,
    r.was, access.fact_says(r.student_id, r.fact, r.on_day, r.label), r.wrong, r.right_is, r.asker_kind, concat_ws(' ', p.given_name, p.family_name), r.asked_by = access.person(), r.asked_at, r.state,
    r.answer, r.answer_text, r.answered_at, concat_ws(' ', q.given_name, q.family_name), i.applied_at, src.name, r.became, w.body,
    access.role() = 'data_steward' and r.state <> 'closed', r.version
  from public.correction_request r
  join public.student s on s.community_id = r.community_id and s.id = r.student_id and s.withdrawn_at is null
  join public.person p on p.community_id = r.community_id and p.id = r.asked_by
  left join public.school sc on sc.community_id = s.community_id and sc.id = s.access_school_id
  left join public.person q on q.community_id = r.community_id and q.id = r.answered_by
  left join public.import i on i.community_id = r.community_id and i.id = r.corrected_by_import
  left join public.import_source src on src.community_id = i.community_id and src.id = i.source_id
  left join public.record_statement w on w.community_id = r.community_id and w.request_id = r.id
  where r.community_id = access.community() and (list_corrections.student is null or r.student_id = list_corrections.student) and access.may_know_of(r)
  order by array_position(array['open', 'answered', 'closed'], r.state), r.asked_at desc limit 200
$$;
-- Statements beside the facts that the reader reads, partners who may open the fact included; who of the family wrote it is not told.
create or replace function access.list_statements(student uuid) returns table (fact text, on_day date, label text, body text, written_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.fact, r.on_day, case r.fact when 'contact' then coalesce((select c.name from public.student_contact c where c.community_id = r.community_id and c.id::text = r.label), '') else r.label end,
    w.body, w.written_at
  from public.record_statement w join public.correction_request r on r.community_id = w.community_id and r.id = w.request_id
  join public.student s on s.community_id = w.community_id and s.id = w.student_id and s.withdrawn_at is null
  where w.community_id = access.community() and w.student_id = list_statements.student and access.reads_whole(r.element, w.student_id, w.access_school_id)
  order by w.written_at
$$;
grant execute on function act.ask_correction(uuid, text, date, text, text, text), act.answer_correction(uuid, int, text, text, jsonb, jsonb), act.close_correction(uuid, int),
  act.add_statement(uuid, int, text), access.list_corrections(uuid), access.list_statements(uuid) to concentric_app;

-- The import that is being applied has changed what somebody asked about: it carried the correction. Undone, it did not.
create or replace function access.link_corrections(import uuid) returns int language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare linked int;
begin
  if access.hat_kind() is distinct from 'import' then perform access.refuse('404', 'not_found', 'There is no such import at work.'); end if;
  update public.correction_request r set corrected_by_import = null, became = null, version = r.version + 1 from public.import i
  where r.community_id = access.community() and r.corrected_by_import = link_corrections.import and i.community_id = r.community_id and i.id = r.corrected_by_import and i.undone_at is not null;
  update public.correction_request r set corrected_by_import = i.id, became = access.fact_says(r.student_id, r.fact, r.on_day, r.label), version = r.version + 1
  from public.import i
  where i.community_id = access.community() and i.id = link_corrections.import and i.undone_at is null and r.community_id = i.community_id and r.corrected_by_import is null and r.state <> 'closed'
    and exists (select from access.fact_rows(r.student_id, r.fact, r.on_day, r.label) f where f.changed_by_import = i.id)
    and access.fact_says(r.student_id, r.fact, r.on_day, r.label) <> r.was;
  get diagnostics linked = row_count;
  return linked;
end $$;
grant execute on function access.link_corrections(uuid) to concentric_import;
