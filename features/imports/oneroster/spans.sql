-- OneRoster does not say when a student is enrolled in a school: it follows from the classes there. Spans that overlap, touch, or have
-- only a weekend between them are one.
create unlogged table stage.stay as
select e.file, e.row_number, e.person_external_id as student, coalesce(c.school_external_id, s.external_id) as school,
  coalesce(access.day_of(e.begin_on), access.day_of(c.starts_on), k.starts_on) as begins,
  coalesce(access.day_of(e.end_on), access.day_of(c.ends_on), k.ends_on, 'infinity') as ends
from stage.class_enrollment e
left join stage.class c on c.external_id = e.class_external_id and not c.set_aside and not c.is_deleted
left join public.class k on k.community_id = access.community() and k.district_id = access.district() and k.external_id = e.class_external_id and k.withdrawn_at is null and c.n is null
  -- A class that this set, being the whole truth, no longer has is no reason for being in a school.
  and not (exists (select from stage.scope where kind = 'class') and exists (select from public.import i where i.community_id = k.community_id and i.id = k.changed_by_import and i.source_id = :source_id))
left join public.school s on s.community_id = k.community_id and s.id = k.school_id
where e.role = 'student' and not e.is_deleted and not e.set_aside and coalesce(c.n::text, k.id::text) is not null
union all
-- A file of changes tells only part: the classes that are known already count as well.
select null, null, st.external_id, s.external_id, coalesce(ce.begin_on, k.starts_on), coalesce(ce.end_on, k.ends_on, 'infinity')
from public.class_enrollment ce
join public.student st on st.community_id = ce.community_id and st.id = ce.student_id and st.district_id = access.district()
join public.class k on k.community_id = ce.community_id and k.id = ce.class_id
join public.school s on s.community_id = ce.community_id and s.id = ce.school_id
where ce.community_id = access.community() and ce.withdrawn_at is null
  and not exists (select from stage.scope where kind = 'class_enrollment')
  and exists (select from stage.class_enrollment e where e.person_external_id = st.external_id)
  and not exists (select from stage.class_enrollment e where e.external_id = ce.external_id and e.person_external_id = st.external_id);

insert into stage.problem (file, row_number, column_name, rule, severity, message)
select file, row_number, 'begin_on', 'no_dates', 'warning', 'Neither this row nor the term of its class says when it begins, so it does not tell when the student came to the school.'
from stage.stay where begins is null;

insert into stage.school_enrollment (file, row_number, student_external_id, school_external_id, entry_on, exit_on, grade_level)
select file_of('enrollments.csv'), min(b.row_number), b.student, b.school, min(b.begins)::text, nullif(max(b.ends), 'infinity')::text, max(g.grade_level)
from (
  select a.*, sum(a.is_new) over (partition by a.student, a.school order by a.begins, a.ends) as island from (
    select t.*, case when t.begins > max(t.ends) over (partition by t.student, t.school order by t.begins, t.ends rows between unbounded preceding and 1 preceding) + 3 then 1 else 0 end as is_new
    from stage.stay t where t.begins is not null and t.begins <= t.ends
  ) a
) b
left join stage.student g on g.external_id = b.student
group by b.student, b.school, b.island;

insert into stage.school_enrollment (file, row_number, is_deleted, student_external_id, school_external_id, entry_on)
select file_of('enrollments.csv'), null, true, st.external_id, s.external_id, e.entry_on::text
from public.enrollment e
join public.student st on st.community_id = e.community_id and st.id = e.student_id and st.district_id = access.district()
join public.school s on s.community_id = e.community_id and s.id = e.school_id
join public.import i on i.community_id = e.community_id and i.id = e.changed_by_import and i.source_id = :source_id
where e.community_id = access.community() and e.withdrawn_at is null and not exists (select from stage.scope where kind = 'class_enrollment')
  and exists (select from stage.class_enrollment x where x.person_external_id = st.external_id)
  and not exists (select from stage.school_enrollment n where n.student_external_id = st.external_id and n.school_external_id = s.external_id and n.entry_on = e.entry_on::text);

insert into stage.problem (file, row_number, column_name, value, rule, severity, message)
select s.file, s.row_number, 'external_id', s.external_id, 'no_class', 'note', 'This student is in no class, so no school is known for the student.'
from stage.student s where not s.is_deleted and not s.set_aside and not exists (select from stage.stay t where t.student = s.external_id);
