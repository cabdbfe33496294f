-- Who may see what, and why: everything is derived here from memberships, guardianships, agreements, consents, referrals and
-- participations by the role matrix. Nobody types a right in.

-- An agreement counts while it is signed by both sides, in its term and not terminated.
create or replace view access.signed_agreement as
  select a.* from public.agreement a
  where a.from_on <= access.today() and a.until_on >= access.today() and (a.terminated_on is null or a.terminated_on > access.today())
    and (select count(*) from public.agreement_signature g where g.community_id = a.community_id and g.agreement_id = a.id) = 2;

-- Court orders, no-contact and confidential-address marks that hold today. Each takes the rights of the guardian whom it names.
create or replace view access.live_restriction as
  select r.* from public.contact_restriction r
  where r.withdrawn_at is null and r.from_on <= access.today() and (r.until_on is null or r.until_on >= access.today());

-- Hats that hold today: memberships, guardianships, and the student who holds the own rights from the 18th birthday on.
create or replace view access.hat as
  select m.community_id, 'membership'::text as kind, m.id, m.person_id, m.role, m.district_id, m.school_id, m.organization_id, null::uuid as student_id, m.until_on
  from public.membership m join public.person p on p.community_id = m.community_id and p.id = m.person_id
  where m.approved_at is not null and m.withdrawn_at is null
    -- Who leaves the roster leaves the roles that it gave. A role given by hand ends by hand, or when the files say that the person is gone.
    and (p.withdrawn_at is null or m.added_by_import is null)
    and m.from_on <= access.today() and (m.until_on is null or m.until_on >= access.today())
    -- A coordinator whom a partner employs is school staff while a school-official agreement with the school's district lasts.
    and (m.role <> 'coordinator' or m.organization_id is null or exists (
      select from access.signed_agreement a
      join public.school s on s.community_id = a.community_id and s.district_id = a.district_id
      where a.community_id = m.community_id and a.organization_id = m.organization_id and a.basis = 'school_official' and s.id = m.school_id))
  union all
  -- Rights move from the guardian to the student at 18. A court order or no-contact mark ends the guardian's.
  select g.community_id, 'guardianship', g.id, g.person_id, 'guardian', null, null, null, g.student_id, g.until_on
  from public.guardianship g
  join public.student s on s.community_id = g.community_id and s.id = g.student_id and s.withdrawn_at is null
  where g.approved_at is not null and g.withdrawn_at is null
    and g.from_on <= access.today() and (g.until_on is null or g.until_on >= access.today())
    and not exists (select from public.student_demographics d where d.community_id = g.community_id and d.student_id = g.student_id
      and d.withdrawn_at is null and d.birth_date + interval '18 years' <= access.today())
    and not exists (select from access.live_restriction r where r.community_id = g.community_id and r.student_id = g.student_id and r.person_id = g.person_id)
  union all
  select s.community_id, 'self', s.id, s.person_id, 'eligible_student', null, null, null, s.id, null
  from public.student s
  join public.student_demographics d on d.community_id = s.community_id and d.student_id = s.id and d.withdrawn_at is null
  where s.person_id is not null and s.withdrawn_at is null and d.birth_date + interval '18 years' <= access.today();

-- The day in a community's own time zone, before anybody has entered it.
create or replace function access.day_in(community uuid) returns date language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select (now() at time zone c.time_zone)::date from public.community c where c.community_id = day_in.community
$$;

create or replace view access.current_enrollment as
  select e.community_id, e.student_id, e.school_id, e.access_school_id, e.entry_on, e.exit_on, e.is_primary from public.enrollment e
  where e.withdrawn_at is null and e.entry_on <= access.today() and (e.exit_on is null or e.exit_on >= access.today());

-- The classes a teacher teaches today.
create or replace view access.current_class as
  select t.community_id, t.person_id, t.class_id, c.school_id from public.class_teacher t
  join public.class c on c.community_id = t.community_id and c.id = t.class_id and c.withdrawn_at is null
  where t.withdrawn_at is null and (t.begin_on is null or t.begin_on <= access.today()) and (t.end_on is null or t.end_on >= access.today())
    and (c.starts_on is null or c.starts_on <= access.today()) and (c.ends_on is null or c.ends_on >= access.today());

-- The role matrix (docs/words.md says it in words). What is not listed is nothing. "part" is explained at the table's own policy.
create table access.element (element text primary key, is_shareable boolean not null);
insert into access.element values
  ('directory', true), ('enrollment', true), ('demographics', true), ('contacts', true), ('household', true), ('attendance', true),
  ('behavior', true), ('grades', true), ('assessments', true), ('college_access', true), ('flags', false), ('needs', true),
  ('strengths', true), ('voice', true), ('plan', true), ('referrals', false), ('services', false), ('notes', false),
  ('restricted_notes', false), ('consents', false), ('contact_restrictions', false);
create table access.matrix (
  role text not null, element text not null references access.element,
  may_read text not null check (may_read in ('no', 'part', 'all')), may_write boolean not null,
  primary key (role, element)
);
create index on access.matrix (element);
insert into access.matrix (role, element, may_read, may_write)
select role, element, case when mark like '%r%' then 'all' when mark like '%p%' then 'part' else 'no' end, mark like '%w%'
from (values
  -- r reads, p reads in part, w writes
  ('data_steward',     '{directory:rw, enrollment:rw, demographics:rw, contacts:rw, household:rw, attendance:rw, behavior:rw, grades:rw, assessments:rw, college_access:rw, flags:r, consents:r, contact_restrictions:rw}'),
  ('principal',        '{directory:r, enrollment:r, demographics:r, contacts:r, household:r, attendance:r, behavior:r, grades:r, assessments:r, college_access:r, flags:r, needs:r, strengths:r, voice:r, plan:r, referrals:r, services:r, notes:r, consents:r, contact_restrictions:r}'),
  ('counselor',        '{directory:r, enrollment:r, demographics:r, contacts:rw, household:rw, attendance:r, behavior:r, grades:r, assessments:r, college_access:r, flags:r, needs:rw, strengths:rw, voice:rw, plan:rw, referrals:rw, services:rw, notes:rw, restricted_notes:rw, consents:r}'),
  ('coordinator',      '{directory:r, enrollment:r, contacts:rw, household:rw, attendance:r, behavior:r, grades:r, assessments:r, college_access:r, flags:r, needs:rw, strengths:rw, voice:rw, plan:rw, referrals:rw, services:rw, notes:rw, restricted_notes:p, consents:r}'),
  ('teacher',          '{directory:r, enrollment:r, contacts:r, attendance:r, grades:p, flags:p, needs:pw, strengths:rw, voice:rw, plan:r, referrals:r, services:r, notes:pw}'),
  ('partner_worker',   '{directory:r, enrollment:r, demographics:r, contacts:r, household:r, attendance:r, behavior:r, grades:r, assessments:r, college_access:r, needs:r, strengths:r, voice:r, plan:p, referrals:pw, services:pw}'),
  ('guardian',         '{directory:r, enrollment:r, demographics:r, contacts:pw, household:pw, attendance:r, behavior:r, grades:r, assessments:r, college_access:r, needs:rw, strengths:rw, voice:rw, plan:rw, referrals:rw, services:r, consents:p}'),
  ('eligible_student', '{directory:r, enrollment:r, demographics:r, contacts:pw, household:pw, attendance:r, behavior:r, grades:r, assessments:r, college_access:r, needs:rw, strengths:rw, voice:rw, plan:rw, referrals:rw, services:r, consents:p}')
) roles(role, cells), lateral (
  select trim(split_part(cell, ':', 1)) as element, trim(split_part(cell, ':', 2)) as mark from regexp_split_to_table(trim(both '{}' from cells), ',') cell
) parsed;
-- Nurses and social workers hold what counselors hold.
insert into access.matrix select other.role, m.element, m.may_read, m.may_write
from access.matrix m, (values ('nurse'), ('social_worker')) other(role) where m.role = 'counselor';

-- Where a hat reaches without an organization: schools, or single students.
create or replace view access.reach as
  -- The data steward: every school of the district, and the district's students whom no school has yet.
  select h.community_id, h.kind, h.id as hat_id, h.person_id, h.role, h.until_on, s.id as school_id, null::uuid as student_id,
    'district' as why
  from access.hat h join public.school s on s.community_id = h.community_id and s.district_id = h.district_id where h.role = 'data_steward'
  union all
  select h.community_id, h.kind, h.id, h.person_id, h.role, h.until_on, null, s.id, 'district'
  from access.hat h join public.student s on s.community_id = h.community_id and s.district_id = h.district_id and s.access_school_id is null
  where h.role = 'data_steward'
  union all
  select h.community_id, h.kind, h.id, h.person_id, h.role, h.until_on, h.school_id, null, 'school'
  from access.hat h where h.role in ('principal', 'counselor', 'nurse', 'social_worker', 'coordinator')
  union all
  -- A second school where the student is enrolled today.
  select h.community_id, h.kind, h.id, h.person_id, h.role, h.until_on, null, e.student_id, 'other_school'
  from access.hat h
  join access.current_enrollment e on e.community_id = h.community_id and e.school_id = h.school_id and e.access_school_id is distinct from e.school_id
  where h.role in ('principal', 'counselor', 'nurse', 'social_worker', 'coordinator')
  union all
  select h.community_id, h.kind, h.id, h.person_id, h.role, h.until_on, null, e.student_id, 'class'
  from access.hat h
  join access.current_class c on c.community_id = h.community_id and c.person_id = h.person_id and c.school_id = h.school_id
  join public.class_enrollment e on e.community_id = c.community_id and e.class_id = c.class_id and e.withdrawn_at is null
    and (e.begin_on is null or e.begin_on <= access.today()) and (e.end_on is null or e.end_on >= access.today())
  join public.student s on s.community_id = e.community_id and s.id = e.student_id
  where h.role = 'teacher'
    -- Files leave classes open after a student has left the school: who is at another school now is not in the class any more.
    and (s.access_school_id is not distinct from c.school_id
      or exists (select from access.current_enrollment n where n.community_id = e.community_id and n.student_id = e.student_id and n.school_id = c.school_id)
      or not exists (select from public.enrollment l where l.community_id = e.community_id and l.student_id = e.student_id and l.school_id = c.school_id and l.withdrawn_at is null))
  union all
  select h.community_id, h.kind, h.id, h.person_id, h.role, h.until_on, null, h.student_id,
    case h.role when 'guardian' then 'guardian' else 'self' end
  from access.hat h where h.role in ('guardian', 'eligible_student');

-- A consent counts from its first to its last day, until it is withdrawn, and while whoever gave it still holds the rights.
create or replace view access.live_consent as
  select c.* from public.consent c
  where c.withdrawn_at is null and c.from_on <= access.today() and c.until_on >= access.today()
    and exists (select from access.hat h where h.community_id = c.community_id and h.student_id = c.student_id and h.person_id = c.giver_id
      and h.kind = case c.giver_kind when 'guardian' then 'guardianship' else 'self' end)
    -- A consent named what one record held. Since another one was joined to it, the family is asked anew.
    and not exists (select from public.identity_merge m where m.community_id = c.community_id and m.kind = 'student' and m.survivor_id = c.student_id
      and m.split_at is null and m.merged_at > c.given_at);

-- The day that a moment is in the community, whatever the server's own time zone.
create or replace function access.local_day(community uuid, moment timestamptz) returns date language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select (moment at time zone c.time_zone)::date from public.community c where c.community_id = local_day.community
$$;

-- Why an outsider may look, as data that each page says in its reader's language.
create or replace function access.outside_why(agreement_number text, basis text, consent_on date, since date) returns jsonb
language sql stable set search_path = pg_catalog, pg_temp as $$
  select jsonb_strip_nulls(jsonb_build_object('kind', basis, 'agreement', agreement_number,
    'consentOn', case basis when 'consent' then consent_on end, 'since', since))
$$;

-- The same in an English sentence, for the disclosure record and for programs.
create or replace function access.why_sentence(why jsonb) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case why ->> 'kind'
    when 'district' then 'data steward of the district'
    when 'operator' then 'runs the server and brings in files for the district'
    when 'school' then 'works at the student''s school'
    when 'other_school' then 'works at a school where the student is enrolled'
    when 'class' then 'teaches a class of the student'
    when 'guardian' then 'guardian of the student'
    when 'self' then 'the student'
    else 'agreement ' || (why ->> 'agreement')
      || case why ->> 'kind' when 'consent' then coalesce(', consent of ' || (why ->> 'consentOn'), ', by consent')
        when 'directory_information' then ', directory information' else ', as a school official' end
      || coalesce(', serving since ' || (why ->> 'since'), ', asked to help') end
$$;

-- A guardian is not told when another one gave a consent.
create or replace function access.tactful_why(why jsonb, consent_giver uuid) returns jsonb language sql stable
set search_path = pg_catalog, pg_temp as $$
  select case when access.role() = 'guardian' and consent_giver is distinct from access.person() then why - 'consentOn' else why end
$$;

-- What an organization's worker may open: students served (or, for the referral alone, asked about) under a signed agreement, the
-- elements of its schedule, and, where its basis is consent, the elements of a consent that counts today.
create or replace view access.outside_right as
  select h.community_id, h.kind, h.id as hat_id, h.person_id, h.role, h.organization_id, s.student_id, m.element, m.may_read, m.may_write,
    a.id as agreement_id, a.number as agreement_number, a.basis, a.purpose, c.id as consent_id, c.giver_id as consent_giver_id,
    access.outside_why(a.number, a.basis, access.local_day(a.community_id, c.given_at), s.since) as why,
    least(h.until_on, a.until_on, c.until_on) as until_on
  from access.hat h
  join access.signed_agreement a on a.community_id = h.community_id and a.organization_id = h.organization_id
  join access.served s on s.community_id = h.community_id and s.organization_id = h.organization_id
  join public.student st on st.community_id = s.community_id and st.id = s.student_id and st.district_id = a.district_id and st.withdrawn_at is null
  join access.matrix m on m.role = h.role and (m.may_read <> 'no' or m.may_write)
  left join public.agreement_element ae on ae.community_id = a.community_id and ae.agreement_id = a.id and ae.element = m.element
  left join lateral (
    select l.id, l.giver_id, l.given_at, l.until_on from access.live_consent l
    where a.basis = 'consent' and l.community_id = s.community_id and l.student_id = s.student_id and l.organization_id = s.organization_id
      and (m.element in ('referrals', 'services') or m.element = any (l.elements))
    order by l.until_on desc, l.id limit 1) c on true
  where h.role = 'partner_worker'
    and case a.basis
      when 'school_official' then m.element = 'referrals' or s.is_served and (m.element = 'services' or ae.element is not null)
      when 'consent' then c.id is not null and (m.element = 'referrals' or s.is_served and (m.element = 'services' or ae.element is not null))
      -- Directory information alone, of students who are served, and of none whose family keeps it at school.
      when 'directory_information' then m.element = 'directory' and ae.element is not null and s.is_served
        and not exists (select from public.directory_opt_out d where d.community_id = s.community_id and d.student_id = s.student_id and d.withdrawn_at is null)
      else false end;

-- The one view of rights: (hat, scope, element, may read, may write, why, agreement, consent, until).
create or replace view access.rights as
  select r.community_id, r.kind, r.hat_id, r.person_id, r.role, null::uuid as organization_id, r.school_id, r.student_id, m.element, m.may_read, m.may_write,
    false as is_outsider, jsonb_build_object('kind', r.why) as why, null::uuid as agreement_id, null::uuid as consent_id, null::uuid as consent_giver_id, r.until_on
  from access.reach r join access.matrix m on m.role = r.role and (m.may_read <> 'no' or m.may_write)
  union all
  select o.community_id, o.kind, o.hat_id, o.person_id, o.role, o.organization_id, null, o.student_id, o.element, o.may_read, o.may_write,
    true, o.why, o.agreement_id, o.consent_id, o.consent_giver_id, o.until_on
  from access.outside_right o;

-- May a referral about this student go to this organization today: a school-official agreement, or a consent for the organization?
create or replace function access.may_send(student uuid, organization uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.signed_agreement a
    join public.student s on s.community_id = a.community_id and s.id = may_send.student and s.district_id = a.district_id
    where a.community_id = access.community() and a.organization_id = may_send.organization
      and (a.basis = 'school_official' or a.basis = 'consent' and exists (select from access.live_consent c where c.community_id = a.community_id
        and c.student_id = may_send.student and c.organization_id = a.organization_id)))
$$;

-- The school of record follows the student: the school of today's enrollment, the primary one first; while nobody else enrolls the
-- student, the last school keeps it. Facts move along, so that the new school sees the history and the old one stops.
create or replace function access.settle(community uuid) returns int language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp as $$
declare moved uuid[]; rel record;
begin
  with wanted as (
    select distinct on (e.student_id) e.student_id, e.school_id from public.enrollment e
    where e.community_id = settle.community and e.withdrawn_at is null and e.entry_on <= access.today()
    order by e.student_id, (e.exit_on is null or e.exit_on >= access.today()) desc, e.is_primary desc,
      coalesce(e.exit_on, 'infinity'::date) desc, e.entry_on desc, e.id
  ), changed as (
    update public.student s set access_school_id = w.school_id from wanted w
    where s.community_id = settle.community and s.id = w.student_id and s.access_school_id is distinct from w.school_id
    returning s.id
  )
  select array_agg(id) into moved from changed;
  if moved is not null then
    for rel in select c.oid::regclass as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'access_school_id' and not a.attisdropped
               where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'student' loop
      execute format('update %s t set access_school_id = s.access_school_id from public.student s
        where s.community_id = $1 and s.id = any ($2) and t.community_id = s.community_id and t.student_id = s.id
          and t.access_school_id is distinct from s.access_school_id', rel.name) using settle.community, moved;
    end loop;
  end if;
  update public.community c set settled_on = access.today() where c.community_id = settle.community;
  return coalesce(cardinality(moved), 0);
end $$;

-- The first words of every transaction in a community: what every door has in common.
create or replace function access.begin_in(community uuid) returns void language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare settled date;
begin
  if nullif(current_setting('access.entered', true), '') is not null then
    perform access.refuse('500', 'entered_twice', 'A transaction enters once.');
  end if;
  execute format('set local access.entered = %L', 'yes');
  execute format('set local access.community = %L', begin_in.community);
  execute format('set local access.today = %L', access.day_in(begin_in.community));
  select c.settled_on into settled from public.community c where c.community_id = begin_in.community;
  if settled is distinct from access.today() then
    perform from public.community c where c.community_id = begin_in.community for update;
    perform access.settle(begin_in.community);
  end if;
end $$;

-- The door for people, and for tokens, which stand for a hat and are narrower than it. Its plans are kept per connection: planning the views anew would cost more than the rest of a request. It takes the hash of the session's token and the hat that the page was opened with, never a person's id,
-- and writes the scope of every element, the empty ones too. School staff and families open all they hold. Outsiders open what
-- they ask for: {"elements": [...], "students": [ids] | "mine", "patterns": [of names], "referrals": [ids], "limit": n, "offset": n}; whatever is opened
-- has its disclosure row.
create or replace function access.enter(token_hash bytea, hat uuid, opening jsonb) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  s platform.session := door.live_session(enter.token_hash);
  t platform.api_token;
  h record;
  opened uuid[];
begin
  if s.id is null then
    t := door.live_token(enter.token_hash);
    s.id := t.id; s.account_id := t.account_id; s.community_id := t.community_id; s.hat_kind := t.hat_kind; s.hat_id := t.hat_id;
  end if;
  if s.id is null then perform access.refuse('401', 'not_signed_in', 'Please sign in.'); end if;
  if s.hat_id is null then perform access.refuse('403', 'no_hat', 'Please choose what you are here for first.'); end if;
  if enter.hat is distinct from s.hat_id and enter.hat is not null then
    perform access.refuse('409', 'hat_changed', 'In another window you are signed in for something else now. Load this page again.');
  end if;
  perform access.begin_in(s.community_id);
  select x.* into h from access.hat x where x.community_id = s.community_id and x.id = s.hat_id and x.kind = s.hat_kind
    and x.person_id = case when t.id is not null and t.account_id is null then t.person_id else
      (select ap.person_id from platform.account_person ap where ap.account_id = s.account_id and ap.community_id = s.community_id) end;
  if not found then perform access.refuse('403', 'hat_ended', 'This role has ended, so there is nothing to see here any more.'); end if;
  if t.id is not null then
    if not coalesce(enter.opening ->> 'area' = any (t.areas), false) then
      perform access.refuse('403', 'token_area', 'This token is not for this part of Concentric.');
    end if;
    execute format('set local access.token = %L', t.name);
    enter.opening := jsonb_set(enter.opening, '{elements}', (select coalesce(jsonb_agg(x), '[]') from jsonb_array_elements_text(enter.opening -> 'elements') x
      where x = any (t.elements) or not exists (select from access.element e where e.element = x)));
  end if;
  execute format('set local access.session = %L', s.id);
  execute format('set local access.person = %L', h.person_id);
  execute format('set local access.hat_kind = %L', h.kind);
  execute format('set local access.hat_id = %L', h.id);
  execute format('set local access.role = %L', h.role);
  execute format('set local access.organization = %L', coalesce(h.organization_id::text, ''));
  execute format('set local access.district = %L', coalesce(h.district_id::text, ''));
  execute format('set local access.classes = %L', case when h.role = 'teacher' then coalesce((
    select string_agg(c.class_id::text, ',') from access.current_class c
    where c.community_id = h.community_id and c.person_id = h.person_id and c.school_id = h.school_id), '') else '' end);
  execute format('set local access.confidential_students = %L', case when h.role = 'data_steward' then '' else coalesce((
    select string_agg(distinct r.student_id::text, ',') from access.live_restriction r
    where r.community_id = h.community_id and r.kind = 'confidential_address'), '') end);
  if h.role = 'partner_worker' then
    opened := access.open_outside(h.id, enter.opening);
  else
    perform access.open_reach(h.kind, h.id, h.role);
  end if;
  if s.last_seen_at < now() - interval '5 minutes' then
    update platform.session o set last_seen_at = now() where o.id = s.id;
  end if;
  if t.id is not null then
    perform access.narrow(t.elements);
    update platform.api_token o set last_used_at = now() where o.id = t.id and coalesce(o.last_used_at < now() - interval '1 minute', true);
    -- From here on PostgreSQL itself refuses every change.
    if not t.may_write then execute 'set local transaction_read_only = on'; end if;
  end if;
  return jsonb_build_object('communityId', h.community_id,
    'community', (select d.slug from platform.community_directory d where d.community_id = h.community_id), 'personId', h.person_id, 'hatKind', h.kind, 'hatId', h.id, 'role', h.role,
    'schoolId', h.school_id, 'organizationId', h.organization_id, 'districtId', h.district_id, 'studentId', h.student_id,
    'today', access.today(), 'opened', to_jsonb(opened));
end $$;

-- Everyone but outsiders: the whole reach, the same for each element that the matrix grants.
create or replace function access.open_reach(kind text, hat uuid, role text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare schools text; students text; statements text;
begin
  select coalesce(string_agg(distinct r.school_id::text, ','), ''), coalesce(string_agg(distinct r.student_id::text, ','), '') into schools, students
  from access.reach r where r.community_id = access.community() and r.hat_id = open_reach.hat and r.kind = open_reach.kind;
  select string_agg(access.scope_statement(e.element,
      case when m.may_read = 'all' then schools else '' end, case when m.may_read = 'all' then students else '' end,
      case when m.may_read = 'part' then schools else '' end, case when m.may_read = 'part' then students else '' end,
      case when m.may_write then schools else '' end, case when m.may_write then students else '' end), ';')
  into statements from access.element e left join access.matrix m on m.element = e.element and m.role = open_reach.role;
  execute statements;
end $$;

create or replace function access.scope_statement(element text, schools text, students text, part_schools text, part_students text, write_schools text, write_students text)
returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select format('set local access.schools_%1$s = %2$L; set local access.students_%1$s = %3$L; set local access.part_schools_%1$s = %4$L;
    set local access.part_students_%1$s = %5$L; set local access.write_schools_%1$s = %6$L; set local access.write_students_%1$s = %7$L',
    element, schools, students, part_schools, part_students, write_schools, write_students)
$$;

-- Outside of the token's elements nothing is open, whatever the hat holds.
create or replace function access.narrow(elements text[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare statements text;
begin
  select string_agg(access.scope_statement(e.element, '', '', '', '', '', ''), ';') into statements
  from access.element e where not e.element = any (narrow.elements);
  if statements is not null then execute statements; end if;
end $$;

-- Outsiders: just the elements and students of the opening, each with its line in the disclosure record.
create or replace function access.open_outside(hat uuid, opening jsonb) returns uuid[]
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  elements text[] := array(select jsonb_array_elements_text(coalesce(opening -> 'elements', '[]')));
  unknown text;
  wanted uuid[];
  statements text;
begin
  select x into unknown from unnest(elements) x where not exists (select from access.element e where e.element = x) limit 1;
  if unknown is not null then perform access.refuse('400', 'unknown_element', 'There is no element named ' || unknown || '.'); end if;
  wanted := case
    when jsonb_typeof(opening -> 'students') = 'array' then array(select jsonb_array_elements_text(opening -> 'students')::uuid)
    when jsonb_typeof(opening -> 'referrals') = 'array' then array(
      select r.student_id from public.referral r where r.community_id = access.community() and r.organization_id = access.organization()
        and r.id in (select jsonb_array_elements_text(opening -> 'referrals')::uuid))
    when opening ->> 'students' = 'mine' then array(
      select s.id from public.student s where s.community_id = access.community() and s.id in (
        select o.student_id from access.outside_right o where o.community_id = access.community() and o.hat_id = open_outside.hat and o.element = any (elements))
        and (opening -> 'patterns' is null or access.plain(concat_ws(' ', s.given_name, s.preferred_name, s.family_name, s.external_id))
          like all (array(select jsonb_array_elements_text(opening -> 'patterns'))))
      order by s.family_name, s.given_name, s.id
      limit least(coalesce((opening ->> 'limit')::int, 50), 200) offset coalesce((opening ->> 'offset')::int, 0))
    else '{}' end;
  select string_agg(access.scope_statement(e.element, '', coalesce(o.full_read, ''), '', coalesce(o.part_read, ''), '', coalesce(o.writes, '')), ';')
  into statements
  from access.element e left join (
    select o.element,
      string_agg(distinct o.student_id::text, ',') filter (where o.may_read = 'all') as full_read,
      string_agg(distinct o.student_id::text, ',') filter (where o.may_read = 'part') as part_read,
      string_agg(distinct o.student_id::text, ',') filter (where o.may_write) as writes
    from access.outside_right o
    where o.community_id = access.community() and o.hat_id = open_outside.hat and o.element = any (elements) and o.student_id = any (wanted)
    group by o.element) o on o.element = e.element;
  execute statements;
  insert into public.disclosure (community_id, student_id, person_id, membership_id, organization_id, elements, basis, purpose, agreement_id, consent_id, reason)
  select o.community_id, o.student_id, o.person_id, o.hat_id, o.organization_id, array_agg(o.element order by o.element), o.basis, o.purpose,
    o.agreement_id, o.consent_id, min(access.why_sentence(o.why)) || coalesce(', by token ' || access.setting('token'), '')
  from access.outside_right o
  where o.community_id = access.community() and o.hat_id = open_outside.hat and o.element = any (elements) and o.student_id = any (wanted)
  group by o.community_id, o.student_id, o.person_id, o.hat_id, o.organization_id, o.basis, o.purpose, o.agreement_id, o.consent_id;
  return array(select x from unnest(wanted) with ordinality w(x, place) where exists (
    select from access.outside_right o where o.community_id = access.community() and o.hat_id = open_outside.hat
      and o.element = any (elements) and o.student_id = w.x) order by place);
end $$;

-- The importer's door: it enters the community and district of one import, and only while that import is at work.
create or replace function access.enter_import(import uuid) returns jsonb language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp as $$
declare i public.import;
begin
  select x.* into i from public.import x where x.id = enter_import.import and x.state in ('received', 'reading', 'checking', 'checked', 'needs_answer', 'applying', 'undoing', 'applied', 'undone', 'discarded');
  if not found then perform access.refuse('404', 'not_found', 'There is no such import at work.'); end if;
  perform access.begin_in(i.community_id);
  execute format('set local access.district = %L', i.district_id);
  execute format('set local access.hat_kind = %L', 'import');
  return jsonb_build_object('communityId', i.community_id, 'districtId', i.district_id, 'today', access.today());
end $$;

-- Who can see this student, and why. For those who know the student's name; the partner is not told who else there is, and a guardian
-- is not told of another guardian.
create or replace function access.who_can_see(student uuid)
returns table (person_name text, role text, organization_name text, elements text[], why jsonb, until_on date)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare school uuid;
begin
  select s.access_school_id into school from public.student s where s.community_id = access.community() and s.id = who_can_see.student
    and s.withdrawn_at is null and access.role() <> 'partner_worker'
    and (s.access_school_id = any (access.schools('directory')) or s.id = any (access.students('directory')));
  if not found then perform access.refuse('404', 'not_found', 'There is no such student, or you may not see who can.'); end if;
  return query
    select case when operator.is_one then p.given_name else concat_ws(' ', p.given_name, p.family_name) end, r.role, o.name,
      array_agg(distinct r.element order by r.element),
      case when operator.is_one then '{"kind": "operator"}' else (array_agg(access.tactful_why(r.why, r.consent_giver_id) order by r.why ->> 'agreement', r.element))[1] end,
      min(r.until_on)
    from access.rights r
    join public.person p on p.community_id = r.community_id and p.id = r.person_id
    left join public.organization o on o.community_id = r.community_id and o.id = r.organization_id
    -- An operator at the command line stands on record as a person marked so.
    cross join lateral (select r.role = 'data_steward' and p.family_name = '(operator)' as is_one) operator
    where r.community_id = access.community() and (r.student_id = who_can_see.student or r.school_id = school) and r.may_read <> 'no'
      and (access.hat_kind() <> 'guardianship' or r.kind <> 'guardianship' or r.person_id = access.person())
    group by p.id, p.given_name, p.family_name, r.role, r.hat_id, o.name, operator.is_one
    order by r.role, 1;
end $$;

-- Who has seen my child's record: for the one who holds the rights, and for the data steward.
create or replace function access.list_disclosures(student uuid)
returns table (at timestamptz, person_name text, organization_name text, elements text[], purpose text, why jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from public.student s where s.community_id = access.community() and s.id = list_disclosures.student and s.withdrawn_at is null
      and (access.role() in ('guardian', 'eligible_student') and s.id = any (access.students('directory'))
        or access.role() = 'data_steward' and (s.access_school_id = any (access.schools('directory')) or s.id = any (access.students('directory'))))) then
    perform access.refuse('404', 'not_found', 'There is no such student, or you may not read who has seen the record.');
  end if;
  return query
    select d.at, concat_ws(' ', p.given_name, p.family_name), o.name, d.elements, d.purpose,
      -- A program's reading names its token at the end of the sentence on record.
      access.tactful_why(access.outside_why(a.number, d.basis, access.local_day(d.community_id, c.given_at), null), c.giver_id)
        || jsonb_strip_nulls(jsonb_build_object('byToken', substring(d.reason from ', by token (.*)$')))
    from public.disclosure d
    join public.person p on p.community_id = d.community_id and p.id = d.person_id
    join public.organization o on o.community_id = d.community_id and o.id = d.organization_id
    join public.agreement a on a.community_id = d.community_id and a.id = d.agreement_id
    left join public.consent c on c.community_id = d.community_id and c.id = d.consent_id
    where d.community_id = access.community() and d.student_id = list_disclosures.student order by d.at desc, d.id desc;
end $$;

-- Agreements are known to the school's side of the community and to the organization that they are with.
select access.protect('agreement'), access.let_read('agreement',
  '(select access.role()) in (''data_steward'', ''principal'', ''coordinator'', ''counselor'', ''nurse'', ''social_worker'', ''guardian'', ''eligible_student'') or organization_id = (select access.organization())');
select access.protect('agreement_element'), access.let_read('agreement_element', '(select access.role()) is not null');
select access.protect('agreement_signature'), access.let_read('agreement_signature', '(select access.role()) not in (''guardian'', ''eligible_student'')');
-- School staff read the consents of their students; a guardian or student reads the own ones. A partner learns of a consent by what it may see.
select access.protect('consent'), access.let_read('consent', access.holds('consents', 'giver_id = (select access.person())'));
-- Nobody reads or writes this table but access.enter and access.list_disclosures.
select access.protect('disclosure');

create or replace function act.draft_agreement(organization uuid, number text, title text, basis text, purpose text, from_on date, until_on date, elements text[])
returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid := platform.uuidv7();
begin
  perform access.require_person();
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward draws up agreements about student data.'); end if;
  if exists (select from unnest(elements) x where not exists (select from access.element e where e.element = x and e.is_shareable)) then
    perform access.refuse('400', 'unknown_element', 'One of these elements cannot be shared. Choose from the list.');
  end if;
  if basis = 'directory_information' and elements <> '{directory}' then
    perform access.refuse('400', 'directory_only', 'As directory information only the directory can be shared: name, grade and school. Choose it alone.');
  end if;
  insert into public.agreement (community_id, id, organization_id, district_id, number, title, basis, purpose, from_on, until_on, created_by)
  values (access.community(), made, draft_agreement.organization, access.district(), draft_agreement.number, draft_agreement.title,
    draft_agreement.basis, draft_agreement.purpose, draft_agreement.from_on, draft_agreement.until_on, access.person());
  insert into public.agreement_element (community_id, agreement_id, element) select access.community(), made, x from (select distinct unnest(elements)) e(x);
  return made;
end $$;

-- Each side signs once, with the name typed in full; what is signed is not changed afterwards.
create or replace function act.sign_agreement(agreement uuid, signed_name text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a public.agreement; signing_side text;
begin
  perform access.require_person();
  select x.* into a from public.agreement x where x.community_id = access.community() and x.id = sign_agreement.agreement
    and (access.role() = 'data_steward' and x.district_id = access.district() or access.role() = 'partner_worker' and x.organization_id = access.organization());
  if not found then perform access.refuse('404', 'not_found', 'There is no such agreement for you to sign.'); end if;
  signing_side := case access.role() when 'data_steward' then 'school' else 'partner' end;
  insert into public.agreement_signature (community_id, agreement_id, side, person_id, signed_name)
  values (a.community_id, a.id, signing_side, access.person(), sign_agreement.signed_name) on conflict do nothing;
  if not found then perform access.refuse('409', 'already_signed', 'Your side has signed this agreement already.'); end if;
end $$;

-- Ending an agreement ends what it opened, from this moment on.
create or replace function act.terminate_agreement(agreement uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.agreement x set terminated_on = access.today() where x.community_id = access.community() and x.id = terminate_agreement.agreement
    and x.district_id = access.district() and access.role() = 'data_steward' and x.terminated_on is null;
  if not found then perform access.refuse('404', 'not_found', 'There is no such agreement for you to end.'); end if;
end $$;

-- The guardian's or the student's consent: for named elements, a purpose, a party and a time. A referral that waited for it goes out.
create or replace function act.give_consent(organization uuid, elements text[], purpose text, until_on date, signed_name text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made uuid := platform.uuidv7();
  child uuid;
  school uuid;
  waiting record;
begin
  perform access.require_person();
  select h.student_id, s.access_school_id into child, school from access.hat h
  join public.student s on s.community_id = h.community_id and s.id = h.student_id
  where h.community_id = access.community() and h.id = access.hat_id() and h.kind = access.hat_kind() and h.kind in ('guardianship', 'self');
  if child is null then perform access.refuse('403', 'not_your_role', 'Consent is given by the guardian, or by the student from 18 on.'); end if;
  if exists (select from unnest(elements) x where not exists (select from access.element e where e.element = x and e.is_shareable)) then
    perform access.refuse('400', 'unknown_element', 'One of these elements cannot be shared. Choose from the list.');
  end if;
  insert into public.consent (community_id, id, student_id, access_school_id, organization_id, giver_id, giver_kind, elements, purpose, from_on, until_on, signed_name)
  values (access.community(), made, child, school, give_consent.organization, access.person(), case access.hat_kind() when 'self' then 'student' else 'guardian' end,
    array(select distinct unnest(give_consent.elements) order by 1), give_consent.purpose, access.today(), give_consent.until_on, give_consent.signed_name);
  for waiting in select r.id from public.referral r
      where r.community_id = access.community() and r.student_id = child and r.organization_id = give_consent.organization and r.state = 'awaiting_consent'
        and access.may_send(r.student_id, r.organization_id) order by r.id for update loop
    perform access.step_referral(waiting.id, 'sent');
  end loop;
  return made;
end $$;

-- Withdrawn with immediate effect: the partner's next transaction sees nothing. A referral nobody has answered waits for consent again.
create or replace function act.withdraw_consent(consent uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c public.consent; waiting record;
begin
  update public.consent x set withdrawn_at = now() where x.community_id = access.community() and x.id = withdraw_consent.consent
    and x.giver_id = access.person() and x.student_id = any (access.students('directory')) and x.withdrawn_at is null
    and access.hat_kind() in ('guardianship', 'self') returning x.* into c;
  if not found then perform access.refuse('404', 'not_found', 'There is no such consent of yours, or it was withdrawn already.'); end if;
  for waiting in select r.id from public.referral r
      where r.community_id = c.community_id and r.student_id = c.student_id and r.organization_id = c.organization_id and r.state = 'sent'
        and not access.may_send(r.student_id, r.organization_id) order by r.id for update loop
    perform access.step_referral(waiting.id, 'awaiting_consent');
  end loop;
end $$;

grant execute on function access.enter(bytea, uuid, jsonb), access.who_can_see(uuid), access.list_disclosures(uuid),
  act.draft_agreement(uuid, text, text, text, text, date, date, text[]), act.sign_agreement(uuid, text), act.terminate_agreement(uuid),
  act.give_consent(uuid, text[], text, date, text), act.withdraw_consent(uuid) to concentric_app;
grant execute on function access.enter_import(uuid), access.settle(uuid) to concentric_import;

-- Which elements the reader holds for one student now, in full or in part, and which may be written.
create or replace function access.held(student uuid) returns table (element text, may_write boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.element, coalesce(s.access_school_id = any (access.write_schools(e.element)), false) or coalesce(s.id = any (access.write_students(e.element)), false)
  from public.student s, access.element e
  where s.community_id = access.community() and s.id = held.student and s.withdrawn_at is null
    and (s.access_school_id = any (access.schools(e.element) || access.part_schools(e.element))
      or s.id = any (access.students(e.element) || access.part_students(e.element)))
$$;
grant execute on function access.held(uuid), access.why_sentence(jsonb) to concentric_app;
