-- What no file of this set carries at all stays as it was.
create unlogged table stage.to_student_demographics as
select k.id as student_id,
  coalesce(access.day_of(d.birth_date), access.day_of(s.birth_date), case when not c.days then t.birth_date end) as birth_date,
  coalesce(d.sex, s.sex, case when not c.sexes then t.sex end) as sex,
  coalesce(string_to_array(nullif(coalesce(d.races, s.races), ''), ','), case when not c.races then t.races end, '{}') as races,
  coalesce(coalesce(d.is_hispanic, s.is_hispanic)::boolean, case when not c.races then t.is_hispanic end) as is_hispanic,
  coalesce(s.home_language, case when not c.languages then t.home_language end) as home_language, false as is_deleted
from stage.known_student k
left join (select * from stage.demographics where not set_aside and not is_deleted) d on d.student_external_id = k.external_id
left join (select * from stage.student where not set_aside and not is_deleted) s on s.external_id = k.external_id
left join public.student_demographics t on t.community_id = access.community() and t.student_id = k.id
cross join (
  select exists (select from stage.demographics where birth_date is not null) or exists (select from stage.student where birth_date is not null) as days,
    exists (select from stage.demographics where sex is not null) or exists (select from stage.student where sex is not null) as sexes,
    exists (select from stage.demographics) or exists (select from stage.student where races is not null or is_hispanic is not null) as races,
    exists (select from stage.student where home_language is not null) as languages
) c
where d.n is not null or s.n is not null and (t.student_id is not null or coalesce(s.birth_date, s.sex, nullif(s.races, ''), s.is_hispanic, s.home_language) is not null);
