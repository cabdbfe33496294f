-- The raw cells of OneRoster, as records. Last days of OneRoster are the first day that no longer counts: they move back by one.

insert into stage.school (file, row_number, is_deleted, set_aside, external_id, name, district_external_id, district_name)
select file_of('orgs.csv'), o.row_number, coalesce(o.status in ('tobedeleted', 'inactive'), false), o.set_aside, o.sourced_id, o.name, d.sourced_id, d.name
from stage.raw_orgs o left join stage.raw_orgs d on d.sourced_id = o.parent_sourced_id and d.type = 'district'
where o.type = 'school' or o.set_aside;

insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
select file_of('orgs.csv'), o.row_number, 'type', o.type, 'not_a_school', 'note', 'This is a ' || o.type || ', not a school. Only schools are kept, and the name of their district.', jsonb_build_object('type', o.type)
from stage.raw_orgs o where o.type not in ('school', 'district') and not o.set_aside;

insert into stage.session (file, row_number, is_deleted, set_aside, external_id, title, kind, school_year, starts_on, ends_on)
select file_of('academicSessions.csv'), row_number, coalesce(status in ('tobedeleted', 'inactive'), false), set_aside, sourced_id, title,
  access.snake(type), school_year, start_date, (access.day_of(end_date) - 1)::text
from stage.raw_academic_sessions;

create unlogged table stage.class_term as
select c.row_number, t.id as term_id, s.start_date, (access.day_of(s.end_date) - 1)::text as ends_on
from stage.raw_classes c cross join lateral (select btrim(x) as id from unnest(string_to_array(c.term_sourced_ids, ',')) x) t
left join stage.raw_academic_sessions s on s.sourced_id = t.id and not s.set_aside and coalesce(s.status, 'active') = 'active'
where t.id <> '';

insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
select file_of('classes.csv'), t.row_number, 'termSourcedIds', t.term_id, 'reference', 'warning', 'There is no such term in academicSessions.csv. The class was kept without its dates.', '{"context": "term"}'
from stage.class_term t where t.start_date is null;
insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
select file_of('classes.csv'), c.row_number, 'courseSourcedId', c.course_sourced_id, 'reference', 'warning', 'There is no such course in courses.csv. The class was kept without the name of its course.', '{"context": "course"}'
from stage.raw_classes c where c.course_sourced_id is not null and not exists (select from stage.raw_courses r where r.sourced_id = c.course_sourced_id);

insert into stage.class (file, row_number, is_deleted, set_aside, external_id, school_external_id, title, course_title, subject, is_homeroom, starts_on, ends_on)
select file_of('classes.csv'), c.row_number, coalesce(c.status in ('tobedeleted', 'inactive'), false), c.set_aside, c.sourced_id, c.school_sourced_id, c.title, r.title,
  access.subject_of(coalesce(c.subjects, r.subjects), coalesce(r.title, c.title)), (c.class_type = 'homeroom')::text,
  t.starts_on, t.ends_on
from stage.raw_classes c
left join (select distinct on (sourced_id) sourced_id, title, subjects from stage.raw_courses order by sourced_id, row_number) r on r.sourced_id = c.course_sourced_id
left join (select row_number, min(start_date) as starts_on, max(ends_on) as ends_on from stage.class_term group by row_number) t on t.row_number = c.row_number;

-- Who is what, and where: 1.1 says it in users.csv, 1.2 in roles.csv.
create unlogged table stage.user_role as
select u.sourced_id as user_id, u.role, btrim(o.id) as org_id, file_of('users.csv')::text as file, u.row_number, coalesce(u.status in ('tobedeleted', 'inactive'), false) as is_deleted
from stage.raw_users u left join lateral unnest(string_to_array(u.org_sourced_ids, ',')) o(id) on true where u.role is not null
union all
select r.user_sourced_id, r.role, r.org_sourced_id, file_of('roles.csv'), r.row_number, coalesce(r.status in ('tobedeleted', 'inactive'), false)
from stage.raw_roles r where not r.set_aside;
analyze stage.user_role;

-- Whom the files themselves say to be gone, and staff whose account in the source is switched off: who may not enter there may not enter here.
insert into stage.named_gone select u.sourced_id from stage.raw_users u where u.status in ('tobedeleted', 'inactive') and not u.set_aside;
create unlogged table stage.switched_off as select u.sourced_id as user_id from stage.raw_users u where u.enabled_user = 'false';
analyze stage.switched_off;
insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
select file_of('users.csv'), min(r.row_number), 'enabledUser', 'false', 'switched_off', 'note',
  case count(distinct r.user_id) when 1 then '1 person of the staff is switched off in the source (enabledUser is false) and has no role from these files.'
    else count(distinct r.user_id) || ' people of the staff are switched off in the source (enabledUser is false). They have no role from these files.' end,
  jsonb_build_object('count', count(distinct r.user_id))
from stage.user_role r join stage.switched_off o on o.user_id = r.user_id
where r.role not in ('student', 'guardian', 'parent', 'relative') and not r.is_deleted having count(*) > 0;

insert into stage.person (file, row_number, is_deleted, set_aside, external_id, given_name, family_name, email, role, school_external_id)
select distinct on (u.sourced_id, hat.role, school) file_of('users.csv'), u.row_number, coalesce(u.status in ('tobedeleted', 'inactive'), false), u.set_aside, u.sourced_id, u.given_name, u.family_name, u.email,
  case when u.sourced_id not in (select user_id from stage.switched_off) then hat.role end, school
from stage.user_role r join stage.raw_users u on u.sourced_id = r.user_id
left join stage.raw_orgs o on o.sourced_id = r.org_id
cross join lateral (select case
  when r.role in ('districtAdministrator', 'systemAdministrator') or r.role = 'administrator' and o.type = 'district' then 'data_steward'
  when o.type is distinct from 'school' then null
  when r.role in ('administrator', 'principal', 'siteAdministrator') then 'principal'
  when r.role in ('counselor', 'teacher') then r.role end as role) hat
cross join lateral (select case when hat.role <> 'data_steward' then r.org_id end as school) place
where r.role not in ('student', 'guardian', 'parent', 'relative') and (not r.is_deleted or u.status in ('tobedeleted', 'inactive'))
order by u.sourced_id, hat.role, school, u.row_number;

insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
select file_of('users.csv'), min(r.row_number), 'role', r.role, 'role_gives_nothing', 'note',
  count(distinct r.user_id) || ' people with this role were kept by name. The role opens nothing here; give each of them a role in the program where it is needed.',
  jsonb_build_object('count', count(distinct r.user_id), 'context', 'people')
from stage.user_role r where r.role in ('aide', 'proctor') group by r.role;

insert into stage.student (file, row_number, is_deleted, set_aside, external_id, given_name, middle_name, family_name, preferred_name, grade_level, home_language, district_number)
select file_of('users.csv'), u.row_number, coalesce(u.status in ('tobedeleted', 'inactive'), false) or not bool_or(not r.is_deleted), u.set_aside, u.sourced_id, u.given_name, u.middle_name, u.family_name,
  u.preferred_given_name, nullif(btrim(split_part(u.grades, ',', 1)), ''), u.metadata_language, nullif(btrim(u.identifier), '')
from stage.raw_users u join stage.user_role r on r.user_id = u.sourced_id and r.role = 'student'
group by u.row_number, u.status, u.set_aside, u.sourced_id, u.given_name, u.middle_name, u.family_name, u.preferred_given_name, u.grades, u.metadata_language, u.identifier;

-- A row of users.csv that names no role at all is nobody here, and is said so.
insert into stage.problem (file, row_number, column_name, value, rule, severity, message)
select file_of('users.csv'), u.row_number, 'role', null, 'no_role', 'error', 'Nothing says whether this is a student, a guardian or staff, so the row was set aside. Add a role in users.csv, or a row in roles.csv.'
from stage.raw_users u where not u.set_aside and not exists (select from stage.user_role r where r.user_id = u.sourced_id);

insert into stage.contact (file, row_number, is_deleted, set_aside, external_id, given_name, family_name, phone, email, language)
select file_of('users.csv'), u.row_number, coalesce(u.status in ('tobedeleted', 'inactive'), false), u.set_aside, u.sourced_id, u.given_name, u.family_name,
  coalesce(u.phone, u.sms), u.email, u.metadata_language
from stage.raw_users u
where exists (select from stage.user_role r where r.user_id = u.sourced_id and r.role in ('guardian', 'parent', 'relative'));

-- Student and guardian name each other, or only one names the other.
create unlogged table stage.agent as
select u.sourced_id as user_id, btrim(a.id) as agent_id, u.row_number, exists (select from stage.student s where s.external_id = u.sourced_id) as is_student
from stage.raw_users u cross join lateral unnest(string_to_array(u.agent_sourced_ids, ',')) a(id)
where btrim(a.id) <> '' and not u.set_aside and coalesce(u.status, 'active') = 'active';
insert into stage.student_contact (file, row_number, student_external_id, contact_external_id, relation)
select distinct on (l.student_id, l.contact_id) file_of('users.csv'), l.row_number, l.student_id, l.contact_id, r.role
from (
  select user_id as student_id, agent_id as contact_id, row_number from stage.agent where is_student
  union all select agent_id, user_id, row_number from stage.agent where not is_student
) l
join stage.user_role r on r.user_id = l.contact_id and r.role in ('guardian', 'parent', 'relative')
order by l.student_id, l.contact_id, l.row_number;
insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
select file_of('users.csv'), a.row_number, 'agentSourcedIds', a.agent_id, 'agent', 'warning',
  case when u.sourced_id is null then 'There is no user with this id. The tie between the two was left out.'
    else 'This user is a ' || coalesce(u.role, 'user without a family role') || ', not a guardian, parent or relative. The tie between the two was left out.' end,
  jsonb_build_object('context', case when u.sourced_id is null then 'missing' when u.role is null then 'none' else 'stranger' end, 'role', coalesce(u.role, ''))
from stage.agent a left join stage.raw_users u on u.sourced_id = a.agent_id
where a.is_student and not exists (select from stage.user_role r where r.user_id = a.agent_id and r.role in ('guardian', 'parent', 'relative'));

insert into stage.demographics (file, row_number, is_deleted, set_aside, student_external_id, birth_date, sex, races, is_hispanic)
select file_of('demographics.csv'), d.row_number, coalesce(d.status in ('tobedeleted', 'inactive'), false), d.set_aside, d.sourced_id, d.birth_date, d.sex,
  concat_ws(',', case when american_indian_or_alaska_native = 'true' then 'american_indian_or_alaska_native' end, case when asian = 'true' then 'asian' end,
    case when black_or_african_american = 'true' then 'black_or_african_american' end,
    case when native_hawaiian_or_other_pacific_islander = 'true' then 'native_hawaiian_or_other_pacific_islander' end, case when white = 'true' then 'white' end,
    case when demographic_race_two_or_more_races = 'true' then 'two_or_more_races' end), hispanic_or_latino_ethnicity
from stage.raw_demographics d;

insert into stage.class_enrollment (file, row_number, is_deleted, set_aside, external_id, class_external_id, person_external_id, role, begin_on, end_on)
select file_of('enrollments.csv'), e.row_number, coalesce(e.status in ('tobedeleted', 'inactive'), false)
    or e.role = 'teacher' and e.user_sourced_id in (select user_id from stage.switched_off), e.set_aside, e.sourced_id, e.class_sourced_id, e.user_sourced_id, e.role,
  e.begin_date, (access.day_of(e.end_date) - 1)::text
from stage.raw_enrollments e where e.role in ('student', 'teacher') or e.set_aside;
insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
select file_of('enrollments.csv'), min(e.row_number), 'role', e.role, 'role_gives_nothing', 'note', count(*) || ' rows give this role in a class. It opens nothing here, so they were left out.',
  jsonb_build_object('count', count(*), 'context', 'rows')
from stage.raw_enrollments e where e.role in ('administrator', 'proctor') group by e.role;
