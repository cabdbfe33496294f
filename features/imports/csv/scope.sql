insert into stage.scope select 'calendar_date', school_sourced_id, min(access.day_of("date")), max(access.day_of("date")) from stage.raw_own_calendar group by 2;
insert into stage.scope select 'attendance', school_sourced_id, min(access.day_of("date")), max(access.day_of("date")) from (select school_sourced_id, "date" from stage.raw_own_attendance group by 1, 2 union all select school_external_id, on_date from stage.present_day) d group by 2;
insert into stage.scope select k.kind, school_sourced_id, min(access.day_of("date")), max(access.day_of("date")) from stage.raw_own_incidents , (values ('incident'), ('discipline')) k(kind) group by 1, 2;
insert into stage.scope select 'grade', school_sourced_id, min(access.day_of(term_end_date)), max(access.day_of(term_end_date)) from stage.raw_own_grades group by 2;
insert into stage.scope select 'college_access', null, min(access.day_of("date")), max(access.day_of("date")) from stage.raw_own_college_access having count(*) > 0;
