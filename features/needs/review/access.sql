-- The review of every student, once a school year, is a working paper of the school: what comes of it, strengths and needs, is for the family
-- too. A teacher reads the reviews that he or she made; whoever at school reads all needs reads all of them.
select access.protect('student_review'), access.let_read('student_review', '(select access.hat_kind()) = ''membership'' and (select access.role()) <> ''partner_worker'' and ('
  || access.holds('needs', 'author_id = (select access.person())') || ')');

-- The school year of today, as "2026-27": it begins with July.
create or replace function access.school_year() returns text language sql stable set search_path = pg_catalog, pg_temp as $$
  select y::text || '-' || lpad(((y + 1) % 100)::text, 2, '0')
  from (select extract(year from access.today() - interval '6 months')::int as y) x
$$;

-- How far the review of this year is, of the students whose needs the reader reads or may write: that somebody has looked, never what was said.
create or replace function access.review_progress() returns table (student_id uuid, is_done boolean, is_closed boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.student_id, r.done_at is not null,
    r.author_id <> access.person() and access.role() = 'teacher'
  from public.student_review r
  where r.community_id = access.community() and r.school_year = access.school_year() and access.hat_kind() = 'membership'
    and (r.access_school_id = any (access.schools('needs') || access.write_schools('needs')) or r.student_id = any (access.students('needs') || access.write_students('needs')))
    and access.role() <> 'partner_worker'
$$;

-- Saves a review as it is written, and turns a finished one into strengths and needs. A second window is told of the newer text.
create or replace function act.save_review(student uuid, revision int, strengths text, marks jsonb, is_done boolean) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  school uuid := access.require_write('needs', student);
  r public.student_review;
begin
  if access.hat_kind() <> 'membership' then perform access.refuse('403', 'not_your_role', 'Somebody at school reviews the class.'); end if;
  select x.* into r from public.student_review x where x.community_id = access.community() and x.student_id = save_review.student
    and x.school_year = access.school_year() for update;
  if r.id is not null and r.author_id <> access.person() and not access.decides_needs(school, student) then
    perform access.refuse('403', 'review_others', 'Somebody else reviews this student this year. Go on with the next one.');
  end if;
  if coalesce(r.revision, 0) <> save_review.revision then
    perform access.refuse('409', 'review_changed', 'Somebody has saved this review in another window. Look at both, then save again.');
  end if;
  if is_done and marks = '{}' and btrim(strengths) = '' then
    perform access.refuse('400', 'review_empty', 'Write a strength or choose how one thing is going first.');
  end if;
  if exists (select from jsonb_each(marks) m where is_done and m.value ->> 'standing' = 'need' and btrim(m.value ->> 'words') = '') then
    perform access.refuse('400', 'review_words', 'Say in a line what is needed.');
  end if;
  if r.id is null then
    insert into public.student_review (community_id, student_id, access_school_id, school_year, author_id, saved_by, strengths, marks, done_at)
    values (access.community(), student, school, access.school_year(), access.person(), access.person(), save_review.strengths, save_review.marks, case when is_done then now() end)
    on conflict on constraint student_review_community_id_student_id_school_year_key do nothing returning * into r;
    if r.id is null then perform access.refuse('409', 'review_changed', 'Somebody has saved this review in another window. Look at both, then save again.'); end if;
  else
    update public.student_review x set strengths = save_review.strengths, marks = save_review.marks, revision = r.revision + 1, saved_by = access.person(), saved_at = now(),
      done_at = coalesce(x.done_at, case when is_done then now() end)
    where x.community_id = r.community_id and x.id = r.id returning x.* into r;
  end if;
  if is_done then perform access.fulfil_review(r); end if;
  return r.revision;
end $$;

-- What a finished review says as strengths and needs, each once. A need that is there is changed on the student's page, not here.
create or replace function access.fulfil_review(r public.student_review) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.need (community_id, student_id, access_school_id, author_id, author_kind, domain, source, status, known_since, body, review_id)
  select r.community_id, r.student_id, r.access_school_id, access.person(), 'staff', m.key, 'review', 'open', access.today(), btrim(m.value ->> 'words'), r.id
  from jsonb_each(r.marks) m
  where m.value ->> 'standing' = 'need' and not exists (select from public.need n where n.community_id = r.community_id and n.review_id = r.id and n.domain = m.key);
  perform access.require_write('strengths', r.student_id);
  insert into public.strength (community_id, student_id, access_school_id, author_id, author_kind, body, review_id)
  select distinct r.community_id, r.student_id, r.access_school_id, access.person(), 'staff', btrim(line), r.id
  from regexp_split_to_table(r.strengths, '\n') line
  where btrim(line) <> '' and not exists (select from public.strength s where s.community_id = r.community_id and s.review_id = r.id and s.body = btrim(line));
end $$;
grant execute on function access.school_year(), access.review_progress(), act.save_review(uuid, int, text, jsonb, boolean) to concentric_app;
