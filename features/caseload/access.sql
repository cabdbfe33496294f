-- Whom somebody at school answers for, and what somebody wants to be reminded of. Neither gives a right: what a person may see of a
-- student is decided by the role at the school, as everywhere.

-- Nobody reads these tables but the functions below.
select access.protect('caseload_student'), access.protect('reminder');

-- The caseloads that count today: the coordinator's membership holds, and the student is at its school.
create or replace view access.live_caseload as
  select c.community_id, c.id, c.student_id, c.membership_id, c.school_id, h.person_id, c.from_on from public.caseload_student c
  join access.hat h on h.community_id = c.community_id and h.kind = 'membership' and h.id = c.membership_id and h.role = 'coordinator' and h.school_id = c.school_id
  join public.student s on s.community_id = c.community_id and s.id = c.student_id and s.withdrawn_at is null
  where c.ended_at is null and (s.access_school_id = c.school_id or exists (select from access.current_enrollment e
    where e.community_id = c.community_id and e.student_id = c.student_id and e.school_id = c.school_id));

-- The students of one's own caseload; what may be seen of them is decided where they are read.
create or replace function access.my_caseload() returns setof uuid language sql stable security definer rows 60 set search_path = pg_catalog, pg_temp as $$
  select l.student_id from access.live_caseload l where l.community_id = access.community() and l.membership_id = access.hat_id()
$$;
