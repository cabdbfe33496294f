create unlogged table stage.to_academic_session as
select access.district() as district_id, s.external_id, k.id as school_id, s.title, s.kind, s.school_year,
  access.day_of(s.starts_on) as starts_on, access.day_of(s.ends_on) as ends_on, s.is_deleted
from stage.session s left join stage.known_school k on k.external_id = s.school_external_id
where not s.set_aside;
