-- Ids besides the own one under which somebody is known here, since two records were found to be one person.
create unlogged table stage.person_alias as
select i.value as external_id, t.external_id as kept_external_id, t.id from public.person_identifier i
join public.person t on t.community_id = i.community_id and t.id = i.person_id
where i.community_id = access.community() and i.district_id = access.district() and i.kind = 'source' and i.value is distinct from t.external_id
  and t.external_id is not null and not exists (select from public.person o
    where o.community_id = access.community() and o.district_id = access.district() and o.external_id = i.value);
