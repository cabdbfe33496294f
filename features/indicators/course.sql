-- One row for a student and subject. A mark counts when its term began in reach of the window and had ended by the day asked
-- about; seen from today, marks of a term that still runs are known too. What cannot be read as a mark counts as nothing.
mark as (
  -- What the district confirmed of a course stands above what its files say.
  select g.student_id, g.school_id, g.course_title, coalesce(cs.subject, g.subject) as subject, g.term_ends_on, g.grade_type, g.credits_earned, w.window_from, w.window_to,
    coalesce(g.numeric_grade, case l.letter when 'A' then 95 when 'B' then 85 when 'C' then 75 when 'D' then 65 when 'F' then 55 end) as number,
    coalesce(l.letter = 'F', false) or coalesce(g.numeric_grade < (asked.rules ->> 'passMark')::numeric, false) as is_failing,
    case coalesce(l.letter, case when g.numeric_grade >= 90 then 'A' when g.numeric_grade >= 80 then 'B'
        when g.numeric_grade >= 70 then 'C' when g.numeric_grade >= 60 then 'D' else 'F' end)
      when 'A' then 4 when 'B' then 3 when 'C' then 2 when 'D' then 1 else 0 end as points
  from grade g
  cross join asked
  cross join lateral (select (regexp_match(upper(btrim(g.letter_grade)), '^([ABCDF])[+-]?$'))[1] as letter) l
  left join course_subject cs on cs.community_id = $1 and cs.district_id = $2 and cs.course_title = g.course_title
  join school_window w on w.school_id = g.school_id and g.term_ends_on >= w.window_from and g.term_ends_on < w.next_on
  where g.community_id = $1 and g.withdrawn_at is null and (g.numeric_grade is not null or l.letter is not null)
    and (g.term_ends_on <= asked.as_of or asked.as_of >= access.today())
    and ($5::uuid[] is null or g.student_id = any ($5::uuid[]))
),
latest_mark as (
  select distinct on (student_id, school_id, course_title) student_id, subject, window_from, window_to, number, is_failing, points
  from mark
  order by student_id, school_id, course_title, term_ends_on desc, array_position(array['final', 'grading_period', 'progress'], grade_type)
),
final_mark as (
  select student_id, subject, (count(*) filter (where is_failing))::int as failures, sum(credits_earned) as credits
  from mark where grade_type = 'final' group by student_id, subject
),
course as materialized (
  select m.student_id, m.subject, h.access_school_id, min(m.window_from) as window_from, max(m.window_to) as window_to,
    avg(m.number)::numeric(6, 2) as average, (count(*) filter (where m.is_failing))::int as failures, count(*)::int as courses,
    sum(m.points)::int as grade_points, coalesce(f.failures, 0) as semester_failures, f.credits as credits_earned
  from latest_mark m
  join here h on h.student_id = m.student_id
  left join final_mark f on f.student_id = m.student_id and f.subject = m.subject
  group by m.student_id, m.subject, h.access_school_id, f.failures, f.credits
),
