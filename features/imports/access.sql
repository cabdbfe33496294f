-- What comes in, and from where: the data steward's alone, and the importer's.
select access.protect('import_source', is_imported => true), access.let_read('import_source', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('import', is_imported => true), access.let_read('import', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('import_file', is_imported => true), access.let_read('import_file', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('import_problem', is_imported => true), access.let_read('import_problem', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('import_undo', is_imported => true);
select access.protect('import_mapping', is_imported => true), access.let_read('import_mapping', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('import_look', is_imported => true), access.let_read('import_look', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('import_code', is_imported => true), access.let_read('import_code', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('import_copy', is_imported => true);
select access.protect('course_subject', is_imported => true), access.let_read('course_subject', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
select access.protect('attendance_rule', is_imported => true), access.let_read('attendance_rule', '(select access.role()) = ''data_steward'' and district_id = (select access.district())');
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

-- What a cell means. Plain functions without a search path of their own, so that they become part of the statement that uses them.
create or replace function access.day_of(cell text) returns date language sql immutable parallel safe as $$
  select case when cell ~ '^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
    and substr(cell, 9, 2)::int <= extract(day from ((left(cell, 8) || '01')::date + interval '1 month - 1 day')) then cell::date end
$$;
create or replace function access.us_day(cell text) returns date language sql immutable parallel safe as $$
  select access.day_of(split_part(cell, '/', 3) || '-' || lpad(split_part(cell, '/', 1), 2, '0') || '-' || lpad(split_part(cell, '/', 2), 2, '0'))
$$;
create or replace function access.number_of(cell text) returns numeric language sql immutable parallel safe as $$
  select case when cell ~ '^-?(\d{1,12}(\.\d*)?|\.\d+)$' then cell::numeric end
$$;
create or replace function access.snake(code text) returns text language sql immutable parallel safe as $$
  select lower(regexp_replace(code, '([a-z0-9])([A-Z])', '\1_\2', 'g'))
$$;
-- Which subject a course counts as, by what the source calls its subject, else by its title; the district confirms it course by course.
create or replace function access.subject_of(subjects text, title text) returns text language sql immutable parallel safe as $$
  select case
    when called ~* '(english|language arts|literature|reading|writing|\mela\M)' then 'english'
    when called ~* '(math|algebra|geometry|calculus|statistic|trigonometry)' then 'mathematics'
    when called ~* '(social|history|geography|civics|government|economics)' then 'social_science'
    when called ~* '(science|biology|chemistry|physics)' then 'science'
    when called is not null then 'other' end
  from (select coalesce(nullif(subjects, ''), title) as called) c
$$;
grant execute on function access.day_of(text), access.us_day(text), access.number_of(text), access.snake(text), access.subject_of(text, text) to concentric_import;

-- Undoing an import brings students back to the school of record that they had: the images are those that the import itself kept.
create or replace function access.restore_schools(import uuid) returns void language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp as $$
declare rel regclass;
begin
  perform from public.import i where i.community_id = access.community() and i.id = restore_schools.import and i.district_id = access.district();
  if not found or access.hat_kind() is distinct from 'import' then perform access.refuse('404', 'not_found', 'There is no such import at work.'); end if;
  for rel in select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'access_school_id' and not a.attisdropped
             where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace loop
    execute format('update %s t set access_school_id = (u.was ->> ''access_school_id'')::uuid from public.import_undo u
      where u.community_id = $1 and u.import_id = $2 and u.table_name = ''school of record'' and t.community_id = $1 and t.%I = (u.was ->> ''id'')::uuid
        and t.access_school_id is distinct from (u.was ->> ''access_school_id'')::uuid', rel, case when rel = 'public.student'::regclass then 'id' else 'student_id' end)
      using access.community(), restore_schools.import;
  end loop;
end $$;
grant execute on function access.restore_schools(uuid) to concentric_import;

-- Files that the data steward has sent. The names, sizes and hashes are the server's, which has kept the files.
create or replace function act.receive_import(source_name text, kind text, files jsonb) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare source uuid; made uuid := platform.uuidv7();
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward brings files in.'); end if;
  insert into public.import_source as s (community_id, district_id, name, kind, owner_id)
  values (access.community(), access.district(), receive_import.source_name, receive_import.kind, access.person())
  on conflict (community_id, district_id, name) do update set owner_id = excluded.owner_id where s.owner_id is null;
  select s.id into source from public.import_source s
  where s.community_id = access.community() and s.district_id = access.district() and s.name = receive_import.source_name;
  insert into public.import (community_id, id, district_id, source_id, state, created_by)
  values (access.community(), made, access.district(), source, 'received', access.person());
  insert into public.import_file (community_id, import_id, district_id, name, kind, sha256, bytes, row_count)
  select access.community(), made, access.district(), f.name, f.kind, f.sha256, f.bytes, f.lines
  from jsonb_to_recordset(receive_import.files) f(name text, kind text, sha256 text, bytes bigint, lines bigint);
  return made;
end $$;

create or replace function access.lock_import(import uuid) returns public.import
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare found_row public.import;
begin
  select i.* into found_row from public.import i
  where i.community_id = access.community() and i.id = lock_import.import and i.district_id = access.district() and access.role() = 'data_steward' for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such import in your district.'); end if;
  return found_row;
end $$;

-- The steward's answers. "No" to a question that holds the import ends it; how a source writes attendance is remembered with the source.
create or replace function act.answer_import(import uuid, answers jsonb) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i public.import := access.lock_import(import); merged jsonb; turned text;
begin
  if i.state not in ('needs_answer', 'checked') then perform access.refuse('409', 'nothing_asked', 'This import asks nothing now.'); end if;
  if exists (select from jsonb_each_text(answer_import.answers) a where not exists (
      select from jsonb_array_elements(i.questions) q, jsonb_array_elements(q -> 'choices') c where q ->> 'key' = a.key and c ->> 'value' = a.value)) then
    perform access.refuse('400', 'no_such_answer', 'Choose one of the answers that are offered.');
  end if;
  merged := i.answers || answer_import.answers;
  turned := case
    when exists (select from jsonb_array_elements(i.questions) q where (q ->> 'isBlocking')::boolean and merged ->> (q ->> 'key') = 'no') then 'discarded'
    when exists (select from jsonb_array_elements(i.questions) q where (q ->> 'isBlocking')::boolean and not merged ? (q ->> 'key')) then 'needs_answer'
    -- Another reading of attendance makes other facts: they are made anew.
    when exists (select from jsonb_array_elements(i.questions) q where q ->> 'key' = 'attendance_practice' and q ->> 'suggested' <> merged ->> 'attendance_practice') then 'received'
    else 'checked' end;
  if answer_import.answers ? 'attendance_practice' then
    update public.import_source s set attendance_practice = answer_import.answers ->> 'attendance_practice', attendance_confirmed_by = access.person(), attendance_confirmed_at = now()
    where s.community_id = i.community_id and s.id = i.source_id;
  end if;
  update public.import x set answers = merged, state = turned where x.community_id = i.community_id and x.id = i.id;
  return turned;
end $$;

-- What the columns of a source's files mean, said on the page of one of its imports, which is then read by it. Who looked at an
-- older version is told, and nothing is written.
create or replace function act.set_import_mapping(import uuid, version integer, mapping jsonb) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i public.import := access.lock_import(import); found_version integer;
begin
  if i.state not in ('needs_mapping', 'checked', 'needs_answer', 'failed') then perform access.refuse('409', 'not_now', 'That is not possible with this import now.'); end if;
  perform pg_advisory_xact_lock(hashtextextended('mapping ' || i.source_id, 0));
  select m.version into found_version from public.import_mapping m where m.community_id = i.community_id and m.source_id = i.source_id;
  if coalesce(found_version, 0) <> set_import_mapping.version then
    perform access.refuse('409', 'mapping_changed', 'Somebody has changed what these columns mean in the meantime. Load the page again; what you chose is not lost until you do.');
  end if;
  insert into public.import_mapping (community_id, district_id, source_id, mapping, set_by)
  values (i.community_id, i.district_id, i.source_id, set_import_mapping.mapping, access.person())
  on conflict (community_id, source_id) do update set mapping = excluded.mapping, version = public.import_mapping.version + 1, set_by = excluded.set_by, set_at = now()
  returning public.import_mapping.version into found_version;
  update public.import x set state = 'received' where x.community_id = i.community_id and x.id = i.id;
  return found_version;
end $$;
grant execute on function act.set_import_mapping(uuid, integer, jsonb) to concentric_app;

-- What the steward wants done with an import: look again, apply, undo or discard. The work itself is the importer's.
create or replace function act.request_import(import uuid, wanted text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i public.import := access.lock_import(import); turned text;
begin
  if wanted not in ('check', 'apply', 'undo', 'discard') then perform access.refuse('400', 'no_such_wish', 'An import is checked, applied, undone or discarded.'); end if;
  turned := case
    when wanted in ('check', 'apply') and i.state = 'failed' then 'received'
    when wanted = 'check' and i.state in ('checked', 'needs_answer', 'needs_mapping') then 'received'
    when wanted = 'check' and i.state in ('received', 'reading', 'checking') then i.state
    when wanted = 'apply' and i.state = 'checked' then 'applying'
    when wanted = 'apply' and i.state in ('received', 'reading', 'checking', 'applying') then i.state
    when wanted = 'undo' and i.state in ('applied', 'undoing') then 'undoing'
    when wanted = 'discard' and i.state in ('received', 'checked', 'needs_answer', 'needs_mapping', 'failed', 'discarded') then 'discarded' end;
  if wanted = 'apply' and i.state = 'needs_answer' then perform access.refuse('409', 'needs_answer', 'Answer the question about this import first.'); end if;
  if wanted = 'apply' and i.state = 'needs_mapping' then perform access.refuse('409', 'needs_mapping', 'Say first what the columns of these files are.'); end if;
  if turned is null then perform access.refuse('409', 'not_now', 'That is not possible with this import now.'); end if;
  if wanted = 'undo' and i.id <> (select o.id from public.import o where o.community_id = i.community_id and o.district_id = i.district_id
      and o.applied_at is not null order by o.applied_at desc limit 1) then
    perform access.refuse('409', 'not_last', 'Only the last import can be undone. Undo the later ones first, or import the right files.');
  end if;
  if wanted = 'undo' and exists (select from public.identity_merge m where m.community_id = i.community_id and m.district_id = i.district_id
      and greatest(m.merged_at, m.split_at) > i.applied_at) then
    perform access.refuse('409', 'joined_since', 'Records were joined or split since this import, so it cannot be undone as a whole. Import the right files instead.');
  end if;
  update public.import x set state = turned, rows_expected = case when turned in ('undoing', 'applying') then null else x.rows_expected end, wanted = case when request_import.wanted = 'apply' then 'apply' else 'check' end,
    applied_by = case when request_import.wanted = 'apply' then access.person() else x.applied_by end
  where x.community_id = i.community_id and x.id = i.id;
  return turned;
end $$;
grant execute on function act.receive_import(text, text, jsonb), act.answer_import(uuid, jsonb), act.request_import(uuid, text) to concentric_app;

-- What a code may mean, category by category; an empty meaning says that nothing is known, where a record can do without.
create or replace function access.import_meanings(category text) returns text[] language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case category
    when 'attendance' then array['excused_absence', 'unexcused_absence', 'suspension', 'tardy', 'early_departure', 'partial', 'present']
    when 'behavior' then array['state_offense', 'school_violation', 'code_of_conduct', 'other']
    when 'participation' then array['perpetrator', 'reporter', 'victim', 'witness']
    when 'discipline' then array['removal_from_classroom', 'in_school_suspension', 'out_of_school_suspension', 'expulsion', 'community_service', 'none', 'other']
    when 'calendarEvent' then array['instructional', 'make_up', 'holiday', 'emergency', 'weather', 'strike', 'teacher_only', 'non_instructional', 'late_early', 'other']
    when 'calendarType' then array['school', 'not_school']
    when 'term' then array['semester', 'term', 'school_year']
    when 'gradeLevel' then array['IT', 'PR', 'PK', 'TK', 'KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', 'PS', 'UG', 'Other', '']
    when 'schoolCategory' then array['elementary', 'middle', 'high', 'combined', '']
    when 'program' then array['special_education', 'section_504', 'english_learner', 'school_meals', 'migrant', 'homeless', 'title_i', 'gifted', 'career_technical', 'early_childhood', 'other']
    when 'postSecondaryEvent' then array['application', 'acceptance', 'enrolled', 'fafsa_completed', 'entrance_test', 'early_college_credit', '']
    when 'gradeType' then array['final', 'grading_period', 'progress', '']
    when 'race' then array['american_indian_or_alaska_native', 'asian', 'black_or_african_american', 'native_hawaiian_or_other_pacific_islander', 'white', 'two_or_more_races', '']
    when 'sex' then array['female', 'male', 'other', '']
    when 'language' then array['en', 'es', 'fr', 'de', 'ar', 'vi', 'zh', 'am', 'hi', 'hmn', 'ht', 'ja', 'ko', 'my', 'ne', 'pl', 'pt', 'ru', 'so', 'sw', 'tl', 'uk', '']
    when 'relation' then array['mother', 'father', 'parent', 'stepparent', 'guardian', 'foster_parent', 'grandparent', 'sibling', 'relative', 'spouse', 'other', '']
  end
$$;

-- What a code of the district's files means, said by its data steward; no meaning takes the district's own one away. What was
-- checked with other meanings is checked anew before it is applied.
create or replace function act.set_import_code(category text, code text, meaning text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare written text := regexp_replace(btrim(code), '\s+', ' ', 'g');
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('404', 'not_found', 'There is no such page, or you may not see it.'); end if;
  if access.import_meanings(category) is null or written = '' or length(written) > 200 or meaning <> all (access.import_meanings(category)) then
    perform access.refuse('400', 'no_such_meaning', 'Choose one of the meanings that are offered for this code.');
  end if;
  delete from public.import_code c
  where c.community_id = access.community() and c.district_id = access.district() and c.category = set_import_code.category and lower(c.code) = lower(written);
  if meaning is not null then
    insert into public.import_code (community_id, district_id, category, code, meaning, set_by)
    values (access.community(), access.district(), set_import_code.category, written, set_import_code.meaning, access.person());
  end if;
  update public.import i set checked_at = null
  where i.community_id = access.community() and i.district_id = access.district() and i.state in ('checked', 'needs_answer');
end $$;
grant execute on function access.import_meanings(text), act.set_import_code(text, text, text) to concentric_app;

-- Which imports a killed process left at work, for the worker to take up again: ids alone.
create or replace function access.unfinished_imports() returns table (id uuid, task text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, case when i.state = 'undoing' then 'undo_import' when i.state = 'applying' or i.wanted = 'apply' then 'apply_import' else 'check_import' end
  from public.import i where i.state in ('received', 'reading', 'checking', 'applying', 'undoing')
$$;
grant execute on function access.unfinished_imports() to concentric_worker;

-- What a source told last, for the package of changes that is laid over it.
create or replace function access.copied_files(source uuid) returns text[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select s.copied_files from public.import_source s where s.id = source), '{}')
$$;
create or replace function access.source_copy(source uuid, file text) returns table (external_id text, cells jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.external_id, c.cells from public.import_copy c join public.import_source s on s.community_id = c.community_id and s.id = c.source_id
  where s.id = source and c.file = source_copy.file
$$;
grant execute on function access.copied_files(uuid), access.source_copy(uuid, text) to concentric_import;
