-- One row for a student and subject. A mark counts when its term began in reach of the window and had ended by the day asked
-- about; seen from today, marks of a term that still runs are known too. What cannot be read as a mark counts as nothing.
mark as (
  -- What the district confirmed of a course stands above what its files say.
  select g.student_id, g.school_id, g.course_title, coalesce(cs.subject, g.subject) as subject, g.term_ends_on, g.grade_type, g.credits_earned, w.window_from, w.window_to,
    coalesce(g.numeric_grade, case l.letter when 'A' then 95 when 'B' then 85 when 'C' then 75 when 'D' then 65 when 'F' then 55 end) as number,
    coalesce(l.letter = 'F', false) or coalesce(g.numeric_grade < ($4::jsonb ->> 'passMark')::numeric, false) as is_failing,
    case coalesce(l.letter, case when g.numeric_grade >= 90 then 'A' when g.numeric_grade >= 80 then 'B'
        when g.numeric_grade >= 70 then 'C' when g.numeric_grade >= 60 then 'D' else 'F' end)
      when 'A' then 4 when 'B' then 3 when 'C' then 2 when 'D' then 1 else 0 end as points
  from grade g
  cross join lateral (select (regexp_match(upper(btrim(g.letter_grade)), '^([ABCDF])[+-]?$'))[1] as letter) l
  left join course_subject cs on cs.community_id = $1 and cs.district_id = $2 and cs.course_title = g.course_title
  join school_window w on w.school_id = g.school_id and g.term_ends_on >= w.window_from and g.term_ends_on < w.next_on
  where g.community_id = $1 and g.withdrawn_at is null and (g.numeric_grade is not null or l.letter is not null)
    and (g.term_ends_on <= (select as_of from asked) or (select as_of >= access.today() from asked))
    and ($5::uuid[] is null or g.student_id = any ($5::uuid[]))
),
ranked_mark as (
  select *, row_number() over (
    partition by student_id, school_id, course_title
    order by term_ends_on desc, case grade_type when 'final' then 1 when 'grading_period' then 2 else 3 end
  ) = 1 as is_latest
  from mark
),
course_figure as (
  select student_id, subject, (min(window_from) filter (where is_latest)) as window_from, (max(window_to) filter (where is_latest)) as window_to,
    (avg(number) filter (where is_latest))::numeric(6, 2) as average, (count(*) filter (where is_latest and is_failing))::int as failures,
    (count(*) filter (where is_latest))::int as courses, (sum(points) filter (where is_latest))::int as grade_points,
    (count(*) filter (where grade_type = 'final' and is_failing))::int as semester_failures,
    sum(credits_earned) filter (where grade_type = 'final') as credits_earned
  from ranked_mark group by student_id, subject
),
course as materialized (
  select f.student_id, f.subject, h.access_school_id, f.window_from, f.window_to, f.average, f.failures, f.courses, f.grade_points,
    f.semester_failures, f.credits_earned
  from course_figure f
  join here h on h.student_id = f.student_id
  where f.courses > 0
),
