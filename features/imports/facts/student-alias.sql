-- Ids besides the own one under which a student is known here: somebody found two records to be one, or another source carries the same
-- number of the district and the same birth date.
create unlogged table stage.student_alias as
with aliases as (
  select i.value as external_id, i.student_id from public.student_identifier i
  where i.community_id = access.community() and i.district_id = access.district() and i.kind = 'source'
  union
  select s.external_id, n.student_id from stage.student s
  join public.student_identifier n on n.community_id = access.community() and n.district_id = access.district() and n.kind = 'number'
    and n.value = s.district_number and n.source_id is distinct from :source_id
  join public.student_demographics d on d.community_id = n.community_id and d.student_id = n.student_id and d.withdrawn_at is null
  left join stage.demographics b on b.student_external_id = s.external_id and not b.set_aside
  where not s.set_aside and d.birth_date = coalesce(access.day_of(b.birth_date), access.day_of(s.birth_date))
    and not exists (select from public.student_identifier o where o.community_id = access.community() and o.district_id = access.district()
      and o.kind = 'source' and o.value = s.external_id)
)
select distinct on (a.external_id) a.external_id, t.external_id as kept_external_id, t.id
from aliases a join public.student t on t.community_id = access.community() and t.id = a.student_id
where t.external_id <> a.external_id and not exists (select from public.student o
  where o.community_id = access.community() and o.district_id = access.district() and o.external_id = a.external_id)
order by a.external_id, t.id;
analyze stage.student_alias;
