-- A score is kept as it was written; beside it stands its number, where it is one that fits.
create unlogged table stage.to_assessment_result as
select st.id as student_id, a.assessment, coalesce(a.subject, '') as subject, access.day_of(a.taken_on) as taken_on, coalesce(a.vendor, '') as vendor, a.score,
  case when abs(access.number_of(a.score)) < 1e9 then access.number_of(a.score)::numeric(12, 3) end as score_number, a.level, a.is_deleted
from stage.assessment a
join stage.known_student st on st.external_id = a.student_external_id
where not a.set_aside and (a.score is not null or a.level is not null or a.is_deleted);

insert into stage.problem (file, row_number, rule, severity, message, params)
select file, min(row_number), 'no_score', 'note', 'In ' || count(*) || ' rows neither a score nor a level is there. Blank is not zero: nothing was kept of them.', jsonb_build_object('count', count(*))
from stage.assessment where not set_aside and not is_deleted and score is null and level is null group by file;
