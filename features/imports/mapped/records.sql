-- Rows of mapped files, as records. Runs after the import has entered its community, for schools may be named by what is here already.

-- Ids by which rows without a school of their own find one: by its name here or in these files, else the student's own school.
create unlogged table stage.map_school_name as
select lower(name) as name, min(external_id) as external_id from (
  select school_id as external_id, name from stage.map_schools where name is not null
  union select s.external_id, s.name from public.school s where s.community_id = access.community() and s.district_id = access.district() and s.withdrawn_at is null
) s group by 1 having count(distinct external_id) = 1;

insert into stage.school (file, row_number, is_deleted, external_id, name, level)
select file, row_number, coalesce(status = 'inactive', false), school_id, name, level from stage.map_schools where coalesce(org_type, 'school') = 'school';
insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
select file, row_number, 'org_type', name, 'not_a_school', 'note', 'By the mapping this row is not a school. Only schools are kept.', '{"context": "mapping"}'
from stage.map_schools where org_type <> 'school';

insert into stage.session (file, row_number, is_deleted, external_id, title, kind, school_year, starts_on, ends_on)
select file, row_number, coalesce(status = 'inactive', false), term_id, title, term_kind, school_year, starts_on, ends_on from stage.map_terms;

insert into stage.class (file, row_number, is_deleted, external_id, school_external_id, title, course_title, subject, is_homeroom, starts_on, ends_on)
select c.file, c.row_number, coalesce(c.status = 'inactive', false), c.class_id, c.school_id, c.title, coalesce(c.course_title, k.title),
  access.subject_of(substring(coalesce(c.subject, k.subject) from '^.*[[:alpha:]].*$'), coalesce(c.course_title, k.title, c.title)), null,
  coalesce(c.starts_on, t.starts_on), coalesce(c.ends_on, t.ends_on)
from stage.map_classes c
left join (select course_id, min(title) as title, min(subject) as subject from stage.map_courses group by 1) k on k.course_id = c.course_id
left join (select term_id, min(starts_on) as starts_on, max(ends_on) as ends_on from stage.map_terms group by 1) t on t.term_id = c.term_id;

-- Who is what: a file of students or of staff says it by itself, a file of people by a column or by a file of roles.
create unlogged table stage.map_person as
select file, row_number, student_id as person_id, given_name, family_name, middle_name, preferred_name, null as email, null as phone, 'student' as role, grade_level,
  birth_date, sex, races, is_hispanic, home_language, coalesce(p.school_id, n.external_id, p.school_name) as school_id, entry_on, exit_on, status
from stage.map_students p left join stage.map_school_name n on p.school_id is null and n.name = lower(p.school_name)
union all
select file, row_number, person_id, given_name, family_name, null, null, email, null, role, null, null, null, null, null, null, coalesce(p.school_id, n.external_id, p.school_name), null, null, status
from stage.map_staff p left join stage.map_school_name n on p.school_id is null and n.name = lower(p.school_name)
union all
select p.file, p.row_number, p.person_id, p.given_name, p.family_name, p.middle_name, p.preferred_name, p.email, p.phone, coalesce(r.role, p.role), coalesce(r.grade_level, p.grade_level),
  p.birth_date, p.sex, null, null, null, coalesce(r.school_id, p.school_id, n.external_id, p.school_name), coalesce(r.entry_on, p.entry_on), coalesce(r.exit_on, p.exit_on), p.status
from stage.map_people p
left join stage.map_roles r on r.person_id = p.person_id
left join stage.map_school_name n on p.school_id is null and n.name = lower(p.school_name);
analyze stage.map_person;

insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
select p.file, p.row_number, 'role', null, 'no_role', 'error', 'Nothing says whether this is a student, a guardian or staff, so the row was set aside. Give the person a role.', '{"context": "mapping"}'
from stage.map_person p where p.role is null and not exists (select from stage.map_contacts c where c.contact_id = p.person_id);
insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
select min(p.file), min(p.row_number), 'role', p.role, 'role_gives_nothing', 'note', count(distinct p.person_id) || ' people with this role were kept by name. The role opens nothing here.',
  jsonb_build_object('context', 'mapping', 'count', count(distinct p.person_id))
from stage.map_person p where p.role not in ('student', 'teacher', 'principal', 'counselor', 'guardian') group by p.role;

insert into stage.student (file, row_number, is_deleted, external_id, given_name, middle_name, family_name, preferred_name, grade_level, birth_date, sex, races, is_hispanic, home_language)
select distinct on (person_id, file, row_number) file, row_number, coalesce(status = 'inactive', false), person_id, given_name, middle_name, family_name, preferred_name, grade_level, birth_date, sex,
  lower(races), is_hispanic, home_language
from stage.map_person where role = 'student' order by person_id, file, row_number, grade_level;

insert into stage.person (file, row_number, is_deleted, external_id, given_name, family_name, email, role, school_external_id)
select distinct on (person_id, hat, school_id, file, row_number) file, row_number, coalesce(status = 'inactive', false), person_id, given_name, family_name, email, hat, case when hat is not null then school_id end
from (select *, case when role in ('teacher', 'principal', 'counselor') then role end as hat from stage.map_person) p
where role not in ('student', 'guardian') order by person_id, hat, school_id, file, row_number;

insert into stage.contact (file, row_number, is_deleted, external_id, given_name, family_name, phone, email, language)
select distinct on (person_id) file, row_number, coalesce(status = 'inactive', false), person_id, given_name, family_name, phone, email, home_language
from stage.map_person p where role = 'guardian' or role is null and exists (select from stage.map_contacts c where c.contact_id = p.person_id) order by person_id, file, row_number;
insert into stage.contact (file, row_number, external_id, given_name, family_name, phone, email, language)
select distinct on (contact_id) file, row_number, contact_id, given_name, family_name, phone, email, home_language
from stage.map_contacts where family_name is not null and contact_id is not null order by contact_id, file, row_number;
insert into stage.student_contact (file, row_number, student_external_id, contact_external_id, relation, is_primary, lives_with)
select file, row_number, student_id, contact_id, nullif(relation, ''), nullif(is_primary, ''), nullif(lives_with, '') from stage.map_contacts;

insert into stage.demographics (file, row_number, student_external_id, birth_date, sex, races, is_hispanic)
select d.file, d.row_number, d.student_id, d.birth_date, nullif(d.sex, ''), lower(d.races), nullif(d.is_hispanic, '') from stage.map_demographics d
where not exists (select from stage.map_person p where p.person_id = d.student_id and p.role <> 'student');
insert into stage.problem (file, row_number, rule, severity, message, params)
select d.file, min(d.row_number), 'not_a_student', 'note', 'In ' || count(*) || ' rows this is not a student. Demographics are kept of students only.', jsonb_build_object('count', count(*))
from stage.map_demographics d where exists (select from stage.map_person p where p.person_id = d.student_id and p.role <> 'student') group by d.file;

insert into stage.class_enrollment (file, row_number, is_deleted, external_id, class_external_id, person_external_id, role, begin_on, end_on)
select e.file, e.row_number, coalesce(e.status = 'inactive', false), coalesce(e.enrollment_id, e.class_id || ' ' || e.person_id), e.class_id, e.person_id, r.role, e.begin_on, e.end_on
from stage.map_class_enrollments e
cross join lateral (select coalesce(e.role, (select min(p.role) from stage.map_person p where p.person_id = e.person_id and p.role in ('student', 'teacher'))) as role) r;

-- When students came: as told, else from the first day of their classes in the school.
insert into stage.school_enrollment (file, row_number, is_deleted, student_external_id, school_external_id, entry_on, exit_on, grade_level)
select p.file, p.row_number, coalesce(p.status = 'inactive', false), p.person_id, p.school_id, coalesce(p.entry_on, c.begin_on), coalesce(p.exit_on, case when p.entry_on is null then c.end_on end), p.grade_level
from (select distinct on (person_id, school_id, entry_on) * from stage.map_person where role = 'student' and school_id is not null order by person_id, school_id, entry_on, file, row_number) p
left join lateral (
  select min(coalesce(e.begin_on, c.starts_on)) as begin_on, max(coalesce(e.end_on, c.ends_on)) as end_on
  from stage.class_enrollment e join stage.class c on c.external_id = e.class_external_id
  where e.person_external_id = p.person_id and c.school_external_id = p.school_id
) c on p.entry_on is null;

-- The school of whatever names none: where its student is now.
create unlogged table stage.map_student_school as
select st.external_id as student_id, s.external_id as school_id from public.student st
join public.school s on s.community_id = st.community_id and s.id = st.access_school_id
where st.community_id = access.community() and st.district_id = access.district()
  and not exists (select from stage.school_enrollment e where e.student_external_id = st.external_id)
union all
select student_external_id, max(school_external_id) from stage.school_enrollment group by 1 having count(distinct school_external_id) = 1;
analyze stage.map_student_school;

insert into stage.calendar_date (file, row_number, school_external_id, on_date, day_type)
select c.file, c.row_number, coalesce(c.school_id, n.external_id, c.school_name), c.on_date, c.day_type
from stage.map_calendar c left join stage.map_school_name n on c.school_id is null and n.name = lower(c.school_name);

insert into stage.attendance (file, row_number, student_external_id, school_external_id, on_date, code, duration)
select a.file, a.row_number, a.student_id, coalesce(a.school_id, n.external_id, a.school_name, s.school_id), a.on_date, a.code, a.duration
from stage.map_attendance a left join stage.map_school_name n on a.school_id is null and n.name = lower(a.school_name)
left join stage.map_student_school s on s.student_id = a.student_id;

create unlogged table stage.map_incident as
select i.file, i.row_number, i.incident_id, i.student_id, coalesce(i.school_id, n.external_id, i.school_name, s.school_id) as school_id, i.on_date, i.behavior, i.participation, i.action, i.action_days
from stage.map_incidents i left join stage.map_school_name n on i.school_id is null and n.name = lower(i.school_name)
left join stage.map_student_school s on s.student_id = i.student_id;
insert into stage.incident (file, row_number, external_id, student_external_id, school_external_id, on_date, behavior, participation)
select file, row_number, incident_id, student_id, school_id, on_date, behavior, coalesce(nullif(participation, ''), 'perpetrator') from stage.map_incident;
insert into stage.discipline (file, row_number, external_id, student_external_id, school_external_id, on_date, action, days)
select file, row_number, incident_id, student_id, school_id, on_date, action, action_days from stage.map_incident where action is not null and action <> 'none';

insert into stage.grade (file, row_number, student_external_id, school_external_id, class_external_id, course_title, subject, term_title, term_ends_on, grade_type, numeric_grade, letter_grade,
  credits_attempted, credits_earned)
select g.file, g.row_number, g.student_id, coalesce(g.school_id, n.external_id, g.school_name, s.school_id), g.class_id, g.course_title,
  coalesce(access.subject_of(substring(g.subject from '^.*[[:alpha:]].*$'), g.course_title), 'other'), coalesce(g.term_title, g.term_ends_on), g.term_ends_on, g.grade_type,
  g.numeric_grade, g.letter_grade, g.credits_attempted, g.credits_earned
from stage.map_grades g left join stage.map_school_name n on g.school_id is null and n.name = lower(g.school_name)
left join stage.map_student_school s on s.student_id = g.student_id
where g.numeric_grade is not null or g.letter_grade is not null;
insert into stage.problem (file, row_number, rule, severity, message, params)
select file, min(row_number), 'no_mark', 'note', 'In ' || count(*) || ' rows there is no mark. Blank is not zero: nothing was kept of them.', jsonb_build_object('count', count(*))
from stage.map_grades where numeric_grade is null and letter_grade is null group by file;

insert into stage.college_access (file, row_number, student_external_id, event, on_date, institution, detail)
select file, row_number, student_id, event, on_date, institution, detail from stage.map_college_access;

insert into stage.assessment (file, row_number, student_external_id, assessment, vendor, subject, taken_on, score, level)
select file, row_number, student_id, assessment, vendor, test_subject, taken_on, score, achievement from stage.map_assessments;

-- A coded cell whose meaning is said to be unknown is blank.
update stage.student set sex = nullif(sex, ''), is_hispanic = nullif(is_hispanic, '') where sex = '' or is_hispanic = '';
