-- What the district says about half days and whole ones, laid over the attendance of these files. Without a rule of the district nothing
-- here changes anything.
create unlogged table stage.day_rule as
select half_from, whole_from, half_minutes, whole_minutes, half_classes, whole_classes from attendance_rule
where community_id = access.community() and district_id = access.district();

update stage.attendance a set duration = case when a.minutes::numeric >= r.whole_minutes then '1' when a.minutes::numeric >= r.half_minutes then '0.5' else '0' end
from stage.day_rule r
where exists (select from stage.day_rule) and a.duration is null and access.number_of(a.minutes) is not null and coalesce(r.half_minutes, r.whole_minutes) is not null;

update stage.attendance a set duration = case when access.number_of(a.duration) >= r.whole_from then '1' when access.number_of(a.duration) >= r.half_from then '0.5' else '0' end
from stage.day_rule r
where exists (select from stage.day_rule) and access.number_of(a.duration) between 0 and 1 and coalesce(r.half_from, r.whole_from) is not null;

-- Absences from classes of a day for which the school told nothing of the whole day. An unexcused one among them makes the day unexcused.
create unlogged table stage.class_day as
select file, min(row_number) as row_number, student_external_id, school_external_id, on_date, count(distinct section) as missed,
  bool_or(code = 'unexcused_absence') as is_unexcused
from stage.section_attendance where not set_aside and not is_deleted and code in ('excused_absence', 'unexcused_absence', 'suspension')
group by file, student_external_id, school_external_id, on_date;
insert into stage.attendance (file, row_number, student_external_id, school_external_id, on_date, code, duration)
select d.file, d.row_number, d.student_external_id, d.school_external_id, d.on_date,
  case when d.is_unexcused then 'unexcused_absence' else 'excused_absence' end, case when d.missed >= r.whole_classes then '1' else '0.5' end
from stage.class_day d cross join stage.day_rule r
where (d.missed >= r.whole_classes or d.missed >= r.half_classes)
  and not exists (select from stage.attendance a where not a.set_aside and a.student_external_id = d.student_external_id
    and a.school_external_id = d.school_external_id and a.on_date = d.on_date);
insert into stage.scope (kind)
select 'attendance' from stage.scope where kind = 'section_attendance' and not exists (select from stage.scope where kind = 'attendance')
  and exists (select from stage.day_rule where coalesce(half_classes, whole_classes) is not null);
delete from stage.scope where kind = 'section_attendance';

insert into stage.problem (file, rule, severity, message, params)
select file, 'no_class_rule', 'note', count(*) || ' absences from single classes were read and not counted: say under Codes how many of them make a missed day.',
  jsonb_build_object('count', count(*))
from stage.section_attendance where not exists (select from stage.day_rule where coalesce(half_classes, whole_classes) is not null) group by file;
