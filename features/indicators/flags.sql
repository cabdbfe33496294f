-- One row for a student and indicator that reaches a cut point of the preset, with the numbers of the reason. Reads attendance,
-- behavior and course, computed just now or stored before. A rule that is not decided here never holds; presets are checked when read.
cut as materialized (
  -- A cut point for certain grades narrows the grades of its preset.
  select c.indicator, c.level, c.rule, c.value, c.subjects,
    case when c.grades is null then r.grades when r.grades is null then c.grades
      else array(select unnest(c.grades) intersect select unnest(r.grades)) end as grades, r."minimumDays" as minimum_days
  from asked
  cross join jsonb_to_record(asked.rules) as r (grades text[], "minimumDays" numeric, cuts jsonb)
  cross join jsonb_to_recordset(r.cuts) as c (indicator text, level text, rule text, value numeric, subjects text[], grades text[])
),
attendance_total as (
  select student_id, min(window_from) as window_from, max(window_to) as window_to,
    sum(days_enrolled) as days_enrolled, sum(days_missed) as days_missed
  from attendance group by student_id
),
course_total as (
  select t.student_id, c.indicator, c.level, c.rule, c.value, c.grades, c.subjects, min(t.window_from) as window_from, max(t.window_to) as window_to,
    sum(t.courses) as courses, sum(t.failures) as failures, sum(t.semester_failures) as semester_failures,
    sum(t.grade_points) as grade_points, sum(t.credits_earned) as credits_earned
  from course t
  join cut c on c.indicator = 'course' and not (c.rule = 'average_below' or c.rule = 'failed_at_least' and c.subjects is not null)
    and (c.subjects is null or t.subject = any (c.subjects))
  group by t.student_id, c.indicator, c.level, c.rule, c.value, c.grades, c.subjects
),
year_end as (select bool_and(is_over) as is_over from school_window),
cause as (
  select t.student_id, c.indicator, c.level, c.grades, t.window_from, t.window_to,
    jsonb_build_object('rule', c.rule, 'value', c.value, 'daysMissed', t.days_missed, 'daysEnrolled', t.days_enrolled) as numbers
  from attendance_total t
  join cut c on c.indicator = 'attendance' and t.days_enrolled > 0 and t.days_enrolled >= c.minimum_days
    and case c.rule
      when 'missed_at_least' then t.days_missed * 100 >= t.days_enrolled * c.value
      when 'missed_more_than' then t.days_missed * 100 > t.days_enrolled * c.value
    end
  union all
  select t.student_id, c.indicator, c.level, c.grades, t.window_from, t.window_to,
    jsonb_build_object('rule', c.rule, 'value', c.value) || case c.rule
      when 'incidents_at_least' then jsonb_build_object('incidents', t.incidents)
      when 'state_offenses_at_least' then jsonb_build_object('stateOffenses', t.state_offenses)
      else jsonb_build_object('suspensionDays', t.suspension_days) end
  from behavior t
  join cut c on c.indicator = 'behavior' and case c.rule
    when 'incidents_at_least' then t.incidents >= c.value
    when 'state_offenses_at_least' then t.state_offenses >= c.value
    when 'suspension_days_at_least' then t.suspension_days >= c.value
  end
  union all
  select t.student_id, c.indicator, c.level, c.grades, t.window_from, t.window_to,
    jsonb_build_object('rule', c.rule, 'value', c.value, 'subject', t.subject) || case c.rule
      when 'average_below' then jsonb_build_object('average', t.average)
      else jsonb_build_object('failures', t.failures, 'courses', t.courses) end
  from course t
  join cut c on c.indicator = 'course' and (c.subjects is null or t.subject = any (c.subjects)) and case
    when c.rule = 'average_below' then t.average < c.value
    when c.rule = 'failed_at_least' and c.subjects is not null then t.failures >= c.value
  end
  union all
  select t.student_id, t.indicator, t.level, t.grades, t.window_from, t.window_to,
    jsonb_build_object('rule', t.rule, 'value', t.value, 'courses', t.courses) || case t.rule
      when 'failed_at_least' then jsonb_build_object('failures', t.failures)
      when 'grade_points_below' then jsonb_build_object('gradePointAverage', round(t.grade_points::numeric / t.courses, 2))
      when 'semester_failures_at_least' then jsonb_build_object('semesterFailures', t.semester_failures)
      else jsonb_build_object('creditsEarned', t.credits_earned) end
  from course_total t
  cross join year_end
  where case t.rule
    when 'failed_at_least' then t.failures >= t.value
    when 'grade_points_below' then t.grade_points < t.value * t.courses
    when 'semester_failures_at_least' then t.semester_failures >= t.value
    when 'credits_below_at_year_end' then year_end.is_over and t.credits_earned < t.value
  end
),
worst_cause as (
  select c.*, h.access_school_id, rank() over (partition by c.student_id, c.indicator order by c.level desc) as rank
  from cause c
  join here h on h.student_id = c.student_id
  where c.grades is null or h.grade_level = any (c.grades)
),
flagged as materialized (
  select student_id, indicator, access_school_id, level, min(window_from) as window_from, max(window_to) as window_to,
    jsonb_build_object('level', level, 'from', min(window_from), 'to', max(window_to), 'causes', jsonb_agg(numbers order by numbers ->> 'rule', numbers ->> 'subject')) as facts
  from worst_cause where rank = 1
  group by student_id, indicator, access_school_id, level
)
