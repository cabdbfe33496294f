-- Files of one school year do not withdraw what another year's files told: where a kind is told in full, it is so for the days that the
-- files speak of, school by school. (Our own CSV files have brought their days with them.)
create unlogged table stage.dated_kind as select kind from stage.scope where from_on is null and kind in ('calendar_date', 'session', 'school_enrollment', 'attendance', 'incident', 'discipline', 'grade', 'college_access', 'program');
delete from stage.scope s using stage.dated_kind k where s.kind = k.kind and s.from_on is null;

insert into stage.scope (kind, school_external_id, from_on, to_on)
select d.kind, d.school_external_id, min(d.from_on), max(d.to_on)
from stage.dated_kind k join (
  select 'calendar_date' as kind, school_external_id, access.day_of(on_date) as from_on, access.day_of(on_date) as to_on from stage.calendar_date
  union all select 'session', school_external_id, access.day_of(starts_on), access.day_of(ends_on) from stage.session
  union all select 'attendance', school_external_id, access.day_of(on_date), access.day_of(on_date) from (select school_external_id, on_date from stage.attendance group by 1, 2) a
  union all select 'incident', school_external_id, access.day_of(on_date), access.day_of(on_date) from stage.incident
  union all select 'discipline', school_external_id, access.day_of(on_date), access.day_of(on_date) from stage.discipline
  union all select 'grade', school_external_id, access.day_of(term_ends_on), access.day_of(term_ends_on) from stage.grade
  union all select 'college_access', null, access.day_of(on_date), access.day_of(on_date) from stage.college_access
  union all select 'program', null, access.day_of(begin_on), access.day_of(begin_on) from stage.program
) d on d.kind = k.kind
group by d.kind, d.school_external_id having min(d.from_on) is not null and max(d.to_on) is not null;

-- The year of a school is that of its classes, else of its calendar, else of its terms, else of the enrollments themselves.
create unlogged table stage.school_span as
select school_external_id as school, 1 as place, access.day_of(starts_on) as from_on, access.day_of(ends_on) as to_on from stage.class where not set_aside and not is_deleted
union all select school_external_id, 2, access.day_of(on_date), access.day_of(on_date) from stage.calendar_date where not set_aside and not is_deleted
union all select coalesce(t.school_external_id, s.external_id), 3, access.day_of(t.starts_on), access.day_of(t.ends_on)
  from stage.session t join stage.school s on t.school_external_id is null or s.external_id = t.school_external_id where not t.set_aside and not t.is_deleted
union all select school_external_id, 4, access.day_of(entry_on), coalesce(access.day_of(exit_on), access.day_of(entry_on)) from stage.school_enrollment where not is_deleted;
insert into stage.scope (kind, school_external_id, from_on, to_on)
select 'school_enrollment', y.school, y.from_on, greatest(y.to_on, e.entry_on) from (
  select distinct on (school) school, min(from_on) as from_on, max(to_on) as to_on from stage.school_span
  where school is not null and from_on is not null and to_on is not null group by school, place order by school, place
) y
left join (select school_external_id, max(access.day_of(entry_on)) as entry_on from stage.school_enrollment where not is_deleted group by 1) e on e.school_external_id = y.school
where exists (select from stage.dated_kind where kind = 'school_enrollment');

-- Classes, and who is in them, are told for the school years that the files speak of: by their terms, else by the classes themselves.
create unlogged table stage.told_year as
select min(access.day_of(starts_on)) as from_on, max(access.day_of(ends_on)) as to_on from stage.session where not set_aside and not is_deleted group by school_year;
insert into stage.told_year
select min(access.day_of(starts_on)), max(access.day_of(ends_on)) from stage.class
where not set_aside and not is_deleted and not exists (select from stage.told_year where from_on is not null and to_on is not null);
insert into stage.scope (kind, from_on, to_on)
select s.kind, y.from_on, y.to_on from stage.scope s, stage.told_year y
where s.kind in ('class', 'class_enrollment') and s.from_on is null and y.from_on is not null and y.to_on is not null;
delete from stage.scope s where s.kind in ('class', 'class_enrollment') and s.from_on is null
  and exists (select from stage.scope d where d.kind = s.kind and d.from_on is not null);
