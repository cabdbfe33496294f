create unlogged table stage.to_student_contact as
select st.id as student_id, p.id as person_id, concat_ws(' ', p.given_name, p.family_name) as name, coalesce(c.relation, 'guardian') as relation,
  coalesce(k.phone, case when k.n is null then t.phone end, '') as phone, coalesce(k.email, case when k.n is null then t.email end, '') as email,
  coalesce(k.language, case when k.n is null then t.language end) as language,
  coalesce(c.is_primary::boolean, false) as is_primary, c.lives_with::boolean as lives_with, c.is_deleted
from stage.student_contact c
join stage.known_student st on st.external_id = c.student_external_id
join stage.known_person p on p.external_id = c.contact_external_id
left join stage.contact k on k.external_id = c.contact_external_id and not k.set_aside
left join public.student_contact t on t.community_id = access.community() and t.student_id = st.id and t.person_id = p.id
where not c.set_aside;
