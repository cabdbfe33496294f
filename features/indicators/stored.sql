-- The summaries as they were stored, in place of those of attendance.sql, behavior.sql and course.sql.
attendance as (
  select a.student_id, a.window_from, a.window_to, a.days_enrolled, a.days_missed
  from attendance_summary a
  where a.community_id = $1 and a.school_id in (select school_id from school_window) and ($5::uuid[] is null or a.student_id = any ($5::uuid[]))
),
behavior as (
  select b.student_id, b.window_from, b.window_to, b.incidents, b.state_offenses, b.suspension_days
  from behavior_summary b
  where b.community_id = $1 and ($5::uuid[] is null or b.student_id = any ($5::uuid[]))
),
course as (
  select c.student_id, c.subject, c.window_from, c.window_to, c.average, c.failures, c.courses, c.grade_points, c.semester_failures, c.credits_earned
  from course_summary c
  where c.community_id = $1 and ($5::uuid[] is null or c.student_id = any ($5::uuid[]))
),
