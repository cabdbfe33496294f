-- Invented facts of a district for the measurement of flags: $1 students in schools of about 830, a year of 180 days, some twelve
-- exceptions for each student, incidents in few hands, eight marks for each. The same every time: chance comes from hashes.
-- The statements are run one by one, as the owner.
create function pg_temp.chance(of bigint, salt int) returns float8 language sql immutable as
  $$ select (hashint8extended(of, salt) & 1048575)::float8 / 1048576 $$;
create function pg_temp.id_of(kind text, number bigint) returns uuid language sql immutable as
  $$ select md5(kind || number)::uuid $$;

insert into school (community_id, id, district_id, external_id, name)
select :community, pg_temp.id_of('school', n), :district, n::text, 'School ' || n from generate_series(1, greatest(1, :students / 830)) n;

insert into calendar_date (community_id, id, district_id, school_id, on_date, day_type, is_instructional)
select :community, platform.uuidv7(), :district, s.id, d.day::date, 'instructional', true
from school s
cross join (select day from generate_series('2024-09-02'::date, '2025-06-30'::date, '1 day') day where extract(isodow from day) < 6 order by 1 limit 180) d;

insert into student (community_id, id, district_id, access_school_id, external_id, given_name, family_name, grade_level)
select :community, pg_temp.id_of('student', n), :district, pg_temp.id_of('school', 1 + n % greatest(1, :students / 830)), n::text, 'A', 'B', lpad((1 + n % 12)::text, 2, '0')
from generate_series(1, :students) n;

insert into enrollment (community_id, id, student_id, school_id, access_school_id, entry_on, exit_on)
select :community, platform.uuidv7(), s.id, s.access_school_id, s.access_school_id,
  case when pg_temp.chance(n, 1) < 0.06 then '2024-09-02'::date + (pg_temp.chance(n, 2) * 150)::int else '2024-09-02' end,
  case when pg_temp.chance(n, 3) < 0.04 then '2025-03-01'::date + (pg_temp.chance(n, 4) * 90)::int end
from student s cross join lateral (select s.external_id::bigint as n) as numbered;

insert into attendance_event (community_id, id, student_id, school_id, access_school_id, on_date, code, duration)
select :community, platform.uuidv7(), s.id, s.access_school_id, s.access_school_id,
  '2024-09-02'::date + (pg_temp.chance(n * 1000 + k, 5) * 250)::int,
  case when pg_temp.chance(n * 1000 + k, 6) < 0.55 then 'excused_absence' when pg_temp.chance(n * 1000 + k, 6) < 0.85 then 'unexcused_absence' else 'tardy' end,
  case when pg_temp.chance(n * 1000 + k, 7) < 0.1 then 0.5 when pg_temp.chance(n * 1000 + k, 7) < 0.8 then 1 end
from student s
cross join lateral (select s.external_id::bigint as n) as numbered
cross join lateral generate_series(1, (-12 * ln(greatest(pg_temp.chance(n, 8), 0.0001)) / 0.93)::int) k
on conflict do nothing;

insert into behavior_incident (community_id, id, student_id, school_id, access_school_id, external_id, on_date, behavior)
select :community, platform.uuidv7(), s.id, s.access_school_id, s.access_school_id, 'i' || n || '-' || k,
  '2024-09-02'::date + (pg_temp.chance(n * 1000 + k, 9) * 250)::int,
  case when pg_temp.chance(n * 1000 + k, 10) < 0.03 then 'state_offense' else 'code_of_conduct' end
from student s
cross join lateral (select s.external_id::bigint as n) as numbered
cross join lateral generate_series(1, case when pg_temp.chance(n, 11) < 0.12 then 1 + (pg_temp.chance(n, 12) ^ 3 * 9)::int else 0 end) k;

insert into grade (community_id, id, student_id, school_id, access_school_id, course_title, subject, term_title, term_ends_on, grade_type, numeric_grade)
select :community, platform.uuidv7(), s.id, s.access_school_id, s.access_school_id, c.subject, c.subject, t.title, t.ends_on, 'grading_period',
  round((40 + 60 * sqrt(pg_temp.chance(n * 100 + c.number * 10 + t.number, 13)))::numeric, 1)
from student s
cross join lateral (select s.external_id::bigint as n) as numbered
cross join (values ('english', 1), ('mathematics', 2), ('science', 3), ('other', 4)) c (subject, number)
cross join (values ('Q1', '2024-11-15'::date, 1), ('Q2', '2025-01-31'::date, 2)) t (title, ends_on, number);

analyze school, calendar_date, student, enrollment, attendance_event, behavior_incident, grade;
