create unlogged table stage.to_grade as
select st.id as student_id, sc.id as school_id, g.course_title, g.term_title, g.grade_type, c.id as class_id, g.subject, access.day_of(g.term_ends_on) as term_ends_on,
  access.number_of(g.numeric_grade)::numeric(6, 2) as numeric_grade, g.letter_grade, access.number_of(g.credits_attempted)::numeric(6, 3) as credits_attempted,
  access.number_of(g.credits_earned)::numeric(6, 3) as credits_earned, g.is_deleted
from stage.grade g
join stage.known_student st on st.external_id = g.student_external_id
join stage.known_school sc on sc.external_id = g.school_external_id
left join stage.known_class c on c.external_id = g.class_external_id
where not g.set_aside;
