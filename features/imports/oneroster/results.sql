-- Scores of line items that close a term or a course are grades; all others are work on the way and are not taken. A line item closes
-- what its category, or its own title, says: OneRoster has no other word for it.
create unlogged table stage.closing_item as
select l.sourced_id, l.class_sourced_id, s.title as term_title, (access.day_of(s.end_date) - 1)::text as term_ends_on,
  access.number_of(l.result_value_max) as best,
  case when said.what ~* '\mfinal' and said.what !~* '\m(exam|test|project|paper|draft)' then 'final'
    when said.what ~* '(\mterm\M|quarter|semester|trimester|grading period|marking period|report card)' then 'grading_period' end as grade_type
from (select distinct on (sourced_id) * from stage.raw_line_items where not set_aside order by sourced_id, row_number) l
left join (select distinct on (sourced_id) * from stage.raw_categories order by sourced_id, row_number) c on c.sourced_id = l.category_sourced_id
cross join lateral (select concat_ws(' ', c.title, case when c.title is null then l.title end) as what) said
left join stage.raw_academic_sessions s on s.sourced_id = coalesce(l.academic_session_sourced_id, l.grading_period_sourced_id) and not s.set_aside;
analyze stage.closing_item;

create unlogged table stage.scored as
select r.row_number, r.set_aside, coalesce(r.status in ('tobedeleted', 'inactive'), false) as is_deleted, r.student_sourced_id, i.class_sourced_id,
  i.grade_type, i.term_title, i.term_ends_on, r.text_score, i.sourced_id as item, i.best, access.number_of(r.score) as score,
  c.school_external_id, coalesce(c.course_title, c.title) as course_title, c.subject, c.external_id as class,
  case when i.sourced_id is null then 'no_line_item' when i.grade_type is null then 'work_on_the_way'
    when r.score_status is distinct from 'fully graded' then 'not_graded' when c.external_id is null then 'no_class'
    when i.term_ends_on is null then 'no_term' when access.number_of(r.score) is null and r.text_score is null then 'no_score'
    when access.number_of(r.score) < 0 or access.number_of(r.score) > coalesce(nullif(i.best, 0), 100) * 2 then 'out_of_range' end as why_not
from stage.raw_results r
left join stage.closing_item i on i.sourced_id = r.line_item_sourced_id
left join (select distinct on (external_id) * from stage.class where not set_aside order by external_id, n) c on c.external_id = i.class_sourced_id;

insert into stage.grade (file, row_number, is_deleted, set_aside, student_external_id, school_external_id, class_external_id, course_title, subject,
  term_title, term_ends_on, grade_type, numeric_grade, letter_grade)
select file_of('results.csv'), row_number, is_deleted, set_aside, student_sourced_id, school_external_id, class, course_title, subject, term_title, term_ends_on,
  grade_type, round(score * 100 / coalesce(nullif(best, 0), 100), 2)::text, text_score
from stage.scored where why_not is null;

insert into stage.problem (file, row_number, rule, severity, message, params)
select file_of('results.csv'), min(row_number), why_not, case when why_not in ('work_on_the_way', 'not_graded') then 'note' else 'warning' end, count(*) || case why_not
  when 'work_on_the_way' then ' results are of line items whose category closes neither a term nor a course. They were not taken.'
  when 'not_graded' then ' results are exempt, not handed in or not fully graded. They were not taken.'
  when 'no_line_item' then ' results name a line item that is not in lineItems.csv. They were not taken; send both files together.'
  when 'no_class' then ' results are of classes that these files do not have. They were not taken; send classes.csv with them.'
  when 'no_term' then ' results are of line items without a term of academicSessions.csv. They were not taken.'
  when 'no_score' then ' results have neither a score nor a text. They were not taken.'
  else ' results have a score below nought or more than twice the best one. They were not taken.' end,
  jsonb_build_object('count', count(*), 'context', 'results')
from stage.scored where why_not is not null and not set_aside group by why_not;
