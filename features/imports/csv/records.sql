-- The raw cells of our own files, as records.
insert into stage.calendar_date (file, row_number, set_aside, school_external_id, calendar_code, on_date, day_type)
select file_of('calendar.csv'), row_number, set_aside, school_sourced_id, calendar_code, "date", access.snake(day_type) from stage.raw_own_calendar;

insert into stage.attendance (file, row_number, set_aside, student_external_id, school_external_id, on_date, code, duration)
select file_of('attendance.csv'), row_number, set_aside, student_sourced_id, school_sourced_id, "date", c.snake, duration
from stage.raw_own_attendance left join (select told, access.snake(told) as snake from (select distinct code as told from stage.raw_own_attendance) t) c on c.told = code;

insert into stage.incident (file, row_number, set_aside, external_id, student_external_id, school_external_id, on_date, behavior, participation)
select file_of('incidents.csv'), row_number, set_aside, incident_sourced_id, student_sourced_id, school_sourced_id, "date", access.snake(behavior),
  coalesce(participation, 'perpetrator') from stage.raw_own_incidents;
insert into stage.discipline (file, row_number, set_aside, external_id, student_external_id, school_external_id, on_date, action, days)
select file_of('incidents.csv'), row_number, set_aside, incident_sourced_id, student_sourced_id, school_sourced_id, "date", access.snake(action), action_days
from stage.raw_own_incidents where action is not null and action <> 'none';

insert into stage.grade (file, row_number, set_aside, student_external_id, school_external_id, class_external_id, course_title, subject, term_title, term_ends_on,
  grade_type, numeric_grade, letter_grade, credits_attempted, credits_earned)
select file_of('grades.csv'), row_number, set_aside, student_sourced_id, school_sourced_id, class_sourced_id, course_title, access.snake(subject), term_title,
  term_end_date, access.snake(grade_type), numeric_grade, letter_grade, credits_attempted, credits_earned from stage.raw_own_grades;

insert into stage.college_access (file, row_number, set_aside, student_external_id, event, on_date, institution, detail)
select file_of('collegeAccess.csv'), row_number, set_aside, student_sourced_id, access.snake(event), "date", institution, detail from stage.raw_own_college_access;
