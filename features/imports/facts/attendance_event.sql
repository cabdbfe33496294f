-- Each day is read once, however many rows it stands in.
create unlogged table stage.told_day as select told, access.day_of(told) as on_date from (select distinct on_date as told from stage.attendance) d;
create unlogged table stage.told_duration as
select told, access.number_of(told) as duration from (select distinct duration as told from stage.attendance where duration is not null) d;
analyze stage.told_day;
analyze stage.told_duration;
-- Exceptions only. Parts of one day under one code add up, to a whole day at most; an absence without a duration is a whole day.
create unlogged table stage.to_attendance_event as
select st.id as student_id, sc.id as school_id, d.on_date, a.code,
  case when a.code in ('excused_absence', 'unexcused_absence', 'suspension') and bool_or(p.duration is null) then null
    -- least(1, null) would be 1: a tardy without a duration is no missed day.
    else case when sum(p.duration) > 1 then 1 else sum(p.duration) end end::numeric(4, 3) as duration, bool_and(a.is_deleted) as is_deleted, count(*) as times
from stage.attendance a
join stage.told_day d on d.told = a.on_date
left join stage.told_duration p on p.told = a.duration
join stage.known_student st on st.external_id = a.student_external_id
join stage.known_school sc on sc.external_id = a.school_external_id
where not a.set_aside and a.code <> 'present'
group by st.id, sc.id, d.on_date, a.code;

insert into stage.problem (file, row_number, column_name, rule, severity, message, params)
select file, min(row_number), 'on_date', 'repeated_event', 'note', case when is_added
  then count(*) || ' times there is more than one part of a day under one code. The parts were added up, to a whole day at most.'
  else count(*) || ' times the same event is there more than once. Each counts once.' end,
  jsonb_build_object('count', count(*), 'context', case when is_added then 'added' else 'same' end)
from (
  select a.file, min(a.row_number) as row_number, bool_or(p.duration < 1) as is_added
  from stage.attendance a
  join stage.told_day d on d.told = a.on_date
  left join stage.told_duration p on p.told = a.duration
  where not a.set_aside and a.code <> 'present' and exists (select from stage.to_attendance_event where times > 1)
  group by a.file, a.student_external_id, a.school_external_id, d.on_date, a.code having count(*) > 1
) repeated group by file, is_added;

-- Kept all the same, but worth a look: the calendar, the enrollment or the event is wrong.
create unlogged table stage.school_day as
select school_id, on_date from stage.want_calendar_date where is_instructional and import_action in ('add', 'change', 'same')
union
select t.school_id, t.on_date from public.calendar_date t
where t.community_id = access.community() and t.district_id = access.district() and t.is_instructional and t.withdrawn_at is null
  and t.school_id in (select school_id from stage.to_attendance_event) and not exists (select from stage.gone_calendar_date g where g.id = t.id);
create unlogged table stage.span as
select student_id, school_id, entry_on, exit_on from stage.want_enrollment where import_action in ('add', 'change', 'same')
union
select t.student_id, t.school_id, t.entry_on, t.exit_on from public.enrollment t
where t.community_id = access.community() and t.withdrawn_at is null and t.student_id in (select student_id from stage.to_attendance_event)
  and not exists (select from stage.gone_enrollment g where g.id = t.id)
  and not exists (select from stage.want_enrollment w where w.student_id = t.student_id and w.school_id = t.school_id and w.entry_on = t.entry_on);
analyze stage.school_day;
analyze stage.span;
-- Days and students are looked for among the events, of which there may be a million; then their rows, of which there are few.
create unlogged table stage.odd_event as
select e.student_id, e.school_id, e.on_date, 'day_without_school' as rule from stage.to_attendance_event e
where not e.is_deleted and e.school_id in (select school_id from stage.school_day)
  and not exists (select from stage.school_day d where d.school_id = e.school_id and d.on_date = e.on_date)
union
select e.student_id, e.school_id, e.on_date, 'not_enrolled' from stage.to_attendance_event e
where not e.is_deleted and not exists (select from stage.span p where p.student_id = e.student_id and p.school_id = e.school_id
  and e.on_date between p.entry_on and coalesce(p.exit_on, 'infinity'));
analyze stage.odd_event;
insert into stage.problem (file, row_number, column_name, value, rule, severity, message)
select a.file, a.row_number, 'on_date', a.on_date, o.rule, 'warning', case o.rule
  when 'day_without_school' then 'The calendar has no school on this day. The event was kept; correct the calendar or the event.'
  else 'The student was not enrolled in this school on this day. The event was kept and does not count; correct the enrollment or the event.' end
from stage.odd_event o
join stage.known_student st on st.id = o.student_id
join stage.known_school sc on sc.id = o.school_id
join stage.told_day d on d.on_date = o.on_date
join stage.attendance a on a.student_external_id = st.external_id and a.school_external_id = sc.external_id and a.on_date = d.told
where not a.set_aside and not a.is_deleted and a.code <> 'present'
order by o.rule, a.n;
