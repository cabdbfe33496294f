-- Messages on a referral: between the school and the organization. The family reads what is addressed to it, and the page on which one writes
-- says so.
select access.protect('referral_message'), access.let_read('referral_message', '((select access.hat_kind()) = ''membership'' or is_for_family) and ('
  || access.holds('referrals', 'organization_id = (select access.organization()) and not is_in_error') || ')');

create or replace function act.write_message(referral uuid, body text, is_for_family boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.referral := access.lock_referral(referral); made uuid := platform.uuidv7();
begin
  if access.referral_side() not in ('school', 'partner') then
    perform access.refuse('403', 'not_your_role', 'These messages are between the school and the organization. Talk to the school.');
  end if;
  if r.state not in ('sent', 'accepted', 'declined', 'expired', 'waitlisted', 'started', 'completed', 'ended_early') then
    perform access.refuse('409', 'not_possible_now', 'That is not possible with this referral any more. Look at it again.');
  end if;
  insert into public.referral_message (community_id, id, referral_id, student_id, access_school_id, organization_id, author_id, author_kind, is_for_family, body)
  values (r.community_id, made, r.id, r.student_id, r.access_school_id, r.organization_id, access.person(), access.author_kind(), write_message.is_for_family, write_message.body);
  return made;
end $$;
grant execute on function act.write_message(uuid, text, boolean) to concentric_app;
