-- A guardian's name is not known to everyone who works here, a worker's is. A file without staff makes nobody less of a worker.
create unlogged table stage.to_person as
select distinct on (coalesce(a.kept_external_id, p.external_id)) coalesce(t.id, platform.uuidv7()) as id, access.district() as district_id,
  coalesce(a.kept_external_id, p.external_id) as external_id, case when f.is_kept then t.given_name else p.given_name end as given_name,
  case when f.is_kept then t.family_name else p.family_name end as family_name,
  p.is_worker or coalesce(t.is_worker, false) and not exists (select from stage.scope where kind = 'person') as is_worker,
  p.is_deleted and a.id is null as is_deleted
from (
  select external_id, min(given_name) as given_name, min(family_name) as family_name, bool_or(is_worker) as is_worker, bool_and(is_deleted) as is_deleted
  from (
    select external_id, given_name, family_name, true as is_worker, is_deleted from stage.person where not set_aside
    union all select external_id, given_name, family_name, false, is_deleted from stage.contact where not set_aside
  ) both_kinds group by external_id
) p
left join stage.person_alias a on a.external_id = p.external_id
left join public.person t on t.community_id = access.community() and t.district_id = access.district() and t.external_id = coalesce(a.kept_external_id, p.external_id)
cross join lateral (select a.id is not null and t.id is not null and t.withdrawn_at is null as is_kept) f
order by coalesce(a.kept_external_id, p.external_id), a.id is not null, p.is_deleted, p.external_id;
