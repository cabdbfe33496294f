-- What a student needs. A need stands on a person's word: a flag, a review or a screener only proposes.

-- A teacher reads the needs that he or she named; a partner reads needs where the agreement's schedule names them. A guardian never reads what
-- another guardian proposed, nor what another adult of the household needs; a need of her own she reads beside the child's.
create or replace function access.need_condition() returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select '((select access.hat_kind()) <> ''guardianship'' or author_kind <> ''guardian'' or author_id = (select access.person()))'
    || ' and ((select access.hat_kind()) = ''membership'' or member_id is null or member_person_id = (select access.person()) or author_id = (select access.person()))'
    || ' and (' || access.holds('needs', 'author_id = (select access.person())') || ')'
$$;
select access.protect('need'), access.let_read('need', access.need_condition());
-- What a need said before is read by whoever reads the need.
select access.protect('need_change'), access.let_read('need_change', access.need_condition());

-- Whether the hat holds all needs of a student of this school, and not only its own: such a person decides about proposals.
create or replace function access.decides_needs(school uuid, student uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select access.hat_kind() = 'membership'
    and coalesce(school = any (access.schools('needs')) or student = any (access.students('needs')), false)
    and coalesce(school = any (access.write_schools('needs')) or student = any (access.write_students('needs')), false)
$$;

-- A need begins on a day that has come.
create or replace function access.check_known_since(day date) returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if day > access.today() then perform access.refuse('400', 'need_not_yet', 'A need is known since today or an earlier day. Choose one.'); end if;
end $$;

-- Names a need. What a guardian or student says is a proposal of their own; staff say from where they know.
create or replace function act.name_need(student uuid, domain text, severity text, source text, known_since date, body text, member uuid default null) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  school uuid := access.require_write('needs', student);
  kind text := access.author_kind();
  made uuid := platform.uuidv7();
  m public.household_member;
begin
  perform access.check_known_since(known_since);
  if member is not null then
    select x.* into m from public.household_member x where x.community_id = access.community() and x.id = member and x.student_id = student and x.ended_on is null
      and (access.hat_kind() <> 'membership' and x.person_id = access.person()
        or (x.access_school_id = any (access.schools('household')) or x.student_id = any (access.students('household')))
          and x.student_id <> all (access.confidential_students()));
    if not found then perform access.refuse('404', 'not_found', 'There is nobody like that in this household.'); end if;
  end if;
  if kind = 'staff' and (name_need.source is null or name_need.source not in ('teacher', 'family', 'student', 'assessment', 'staff')) then
    perform access.refuse('400', 'need_source', 'Say from where this is known: a teacher, the family, the student, an assessment, or staff.');
  end if;
  insert into public.need (community_id, id, student_id, access_school_id, author_id, author_kind, domain, severity, source, status, known_since, body, member_id, member_person_id)
  values (access.community(), made, student, school, access.person(), kind, name_need.domain, name_need.severity,
    case kind when 'guardian' then 'family' when 'student' then 'student' else name_need.source end,
    case when kind in ('guardian', 'student') then 'proposed' else 'open' end, name_need.known_since, name_need.body, m.id, m.person_id);
  perform access.drop_draft(student, 'needs');
  return made;
end $$;

-- A person takes up what a flag proposes, or sets it aside with a word why. The flag proposes nothing again until it is raised anew.
create or replace function act.answer_flag(student uuid, indicator text, raised_at timestamptz, is_taken_up boolean, domain text, severity text, body text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  school uuid := access.require_write('needs', student);
  raised public.flag;
  made uuid := platform.uuidv7();
begin
  select g.* into raised from public.flag g where g.community_id = access.community() and g.student_id = answer_flag.student and g.indicator = answer_flag.indicator
    and (g.access_school_id = any (access.schools('flags')) or g.student_id = any (access.students('flags')));
  if not found or not access.decides_needs(school, student) then perform access.refuse('404', 'not_found', 'There is no such flag, or it is not yours to answer.'); end if;
  -- A moment travels with milliseconds.
  if date_trunc('milliseconds', raised.raised_at) <> date_trunc('milliseconds', answer_flag.raised_at) then
    perform access.refuse('409', 'flag_changed', 'This flag has changed in the meantime. Look at it again.');
  end if;
  if length(btrim(answer_flag.body)) < 3 then perform access.refuse('400', 'need_word_missing', 'Please say in a few words why.'); end if;
  -- One answer at a time for each student: of two people the second is told.
  perform pg_advisory_xact_lock(hashtextextended('flag ' || answer_flag.student, 0));
  if exists (select from public.need n where n.community_id = access.community() and n.student_id = answer_flag.student and n.flag_indicator = raised.indicator
      and (n.status in ('proposed', 'open', 'being_met') or n.status <> 'in_error' and n.flag_raised_at >= raised.raised_at)) then
    perform access.refuse('409', 'flag_answered', 'Somebody has answered this flag in the meantime. Look at the page again.');
  end if;
  insert into public.need (community_id, id, student_id, access_school_id, author_id, author_kind, domain, severity, source, status, known_since, body, flag_indicator, flag_raised_at)
  values (access.community(), made, student, school, access.person(), 'staff', answer_flag.domain, answer_flag.severity, 'flag',
    case when is_taken_up then 'open' else 'not_needed' end, access.local_day(access.community(), raised.raised_at), answer_flag.body, raised.indicator, raised.raised_at);
  return made;
end $$;

-- Changes a need; what it said before stays. Whoever has not seen the last change is told, and nothing is overwritten. A family changes or
-- takes back its own proposal alone; a teacher the needs that he or she named.
create or replace function act.change_need(need uuid, revision int, domain text, severity text, status text, status_word text, known_since date, body text) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n public.need; may boolean;
begin
  select x.* into n from public.need x where x.community_id = access.community() and x.id = change_need.need for update;
  may := n.id is not null and (access.decides_needs(n.access_school_id, n.student_id)
    or n.author_id = access.person() and n.author_kind = access.author_kind()
      and (n.author_kind = 'staff' or n.status = 'proposed' and change_need.status in ('proposed', 'not_needed')));
  if not coalesce(may, false) then perform access.refuse('404', 'not_found', 'There is no such need, or it is not yours to change.'); end if;
  perform access.require_write('needs', n.student_id);
  if n.revision <> change_need.revision then
    perform access.refuse('409', 'need_changed', 'Somebody has changed this need in the meantime. Look at both, then save again.');
  end if;
  perform access.check_known_since(change_need.known_since);
  if change_need.status = 'proposed' and n.status <> 'proposed' then
    perform access.refuse('400', 'need_not_proposed', 'Somebody has decided about this need. Choose where it stands now.');
  end if;
  if n.author_kind = 'staff' and change_need.status in ('not_needed', 'in_error') and length(btrim(change_need.status_word)) < 3 then
    perform access.refuse('400', 'need_word_missing', 'Please say in a few words why.');
  end if;
  insert into public.need_change (community_id, need_id, student_id, access_school_id, author_id, author_kind, revision, domain, severity, status, status_word, known_since, body, written_by, written_at, member_id, member_person_id)
  values (n.community_id, n.id, n.student_id, n.access_school_id, n.author_id, n.author_kind, n.revision, n.domain, n.severity, n.status, n.status_word, n.known_since, n.body,
    coalesce(n.changed_by, n.author_id), coalesce(n.changed_at, n.written_at), n.member_id, n.member_person_id);
  update public.need x set domain = change_need.domain, severity = change_need.severity, status = change_need.status, status_word = change_need.status_word,
    known_since = change_need.known_since, body = change_need.body, revision = n.revision + 1, changed_by = access.person(), changed_at = now()
  where x.community_id = n.community_id and x.id = n.id;
  return n.revision + 1;
end $$;
grant execute on function access.decides_needs(uuid, uuid), act.name_need(uuid, text, text, text, date, text, uuid),
  act.answer_flag(uuid, text, timestamptz, boolean, text, text, text), act.change_need(uuid, int, text, text, text, text, date, text) to concentric_app;
