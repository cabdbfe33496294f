-- How many students of each school the rules would flag, and of how many they cannot know. Reads what flags.sql reads and makes.
looked_at as (
  select h.student_id, h.access_school_id, i.indicator
  from here h
  join (select indicator, bool_or(grades is null) as is_for_all, array_agg(distinct g.grade) as grades
    from cut left join lateral unnest(cut.grades) as g (grade) on true where cut.rule <> 'unsatisfactory_mark' group by indicator) i
    on i.is_for_all or h.grade_level = any (i.grades)
),
course_known as (
  select distinct c.student_id from course c join cut u on u.indicator = 'course' and (u.subjects is null or c.subject = any (u.subjects))
),
-- A student without incidents has no row; that is known only where the district brings incidents in at all.
behavior_known as (
  select exists (select from behavior_incident b join school s on s.community_id = $1 and s.id = b.school_id and s.district_id = $2
      where b.community_id = $1 and b.withdrawn_at is null)
    or exists (select from discipline_action a join school s on s.community_id = $1 and s.id = a.school_id and s.district_id = $2
      where a.community_id = $1 and a.withdrawn_at is null) as is_known
),
judged as (
  select l.student_id, l.access_school_id, l.indicator, f.level,
    f.level is null and case l.indicator
      when 'attendance' then coalesce(t.days_enrolled, 0) = 0 or t.days_enrolled < (asked.rules ->> 'minimumDays')::numeric
      when 'behavior' then not b.is_known
      else k.student_id is null end as is_unknown
  from looked_at l
  cross join asked
  cross join behavior_known b
  left join flagged f on f.student_id = l.student_id and f.indicator = l.indicator
  left join attendance_total t on t.student_id = l.student_id
  left join course_known k on k.student_id = l.student_id
),
tally as (
  select access_school_id, jsonb_object_agg(indicator, jsonb_build_object('looked', looked, 'caution', caution, 'concern', concern, 'unknown', unknown)) as indicators
  from (
    select access_school_id, indicator, count(*) as looked, count(*) filter (where level = 'caution') as caution,
      count(*) filter (where level = 'concern') as concern, count(*) filter (where is_unknown) as unknown
    from judged group by access_school_id, indicator
  ) x group by access_school_id
),
school_count as (
  select h.access_school_id, count(*)::int as students, count(f.student_id)::int as flagged
  from here h left join (select distinct student_id from flagged) f on f.student_id = h.student_id
  group by h.access_school_id
)
select sc.id as "schoolId", sc.name as "schoolName", n.students, n.flagged, coalesce(t.indicators, '{}') as indicators
from school_count n
left join school sc on sc.community_id = $1 and sc.id = n.access_school_id
left join tally t on t.access_school_id is not distinct from n.access_school_id
order by sc.name nulls last
