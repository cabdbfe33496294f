-- Presets are the district's rules, cited: everyone who sees a flag may read the rule that made it.
select access.protect('indicator_preset', is_imported => true), access.let_read('indicator_preset', 'true');
-- The attendance figures are seen by whoever may see the attendance itself; so for behavior and courses.
select access.protect('attendance_summary', is_imported => true), access.let_read('attendance_summary', access.holds('attendance'));
select access.protect('behavior_summary', is_imported => true), access.let_read('behavior_summary', access.holds('behavior'));
select access.protect('course_summary', is_imported => true), access.let_read('course_summary', access.holds('grades'));
-- A teacher sees flags of attendance alone. Families see the facts themselves, never a label.
select access.protect('flag', is_imported => true), access.let_read('flag', access.holds('flags', 'indicator = ''attendance'''));
