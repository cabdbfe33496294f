-- Reminders: one's own, with the hat that set them, and only about students and referrals that this hat still reaches.
create or replace function access.may_remind(student uuid, referral uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
    when access.hat_kind() is distinct from 'membership' then false
    when access.role() = 'partner_worker' then exists (
      select from public.referral r
      join access.outside_right o on o.community_id = r.community_id and o.hat_id = access.hat_id() and o.student_id = r.student_id and o.element = 'referrals'
      where r.community_id = access.community() and r.id = may_remind.referral and r.student_id = may_remind.student
        and r.organization_id = access.organization() and r.state <> 'awaiting_consent')
    else exists (
      select from public.student s where s.community_id = access.community() and s.id = may_remind.student and s.withdrawn_at is null
        and (s.access_school_id = any (access.schools('directory')) or s.id = any (access.students('directory'))))
      and (may_remind.referral is null or exists (select from public.referral r where r.community_id = access.community()
        and r.id = may_remind.referral and r.student_id = may_remind.student
        and (r.access_school_id = any (access.schools('referrals')) or r.student_id = any (access.students('referrals')))))
    end
$$;

create or replace function act.set_reminder(student uuid, referral uuid, on_date date, body text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid := platform.uuidv7(); about uuid := student;
begin
  if about is null then
    select r.student_id into about from public.referral r where r.community_id = access.community() and r.id = set_reminder.referral;
  end if;
  if not access.may_remind(about, referral) then perform access.refuse('404', 'not_found', 'There is no such student or referral, or you may not see it.'); end if;
  if on_date < access.today() then perform access.refuse('400', 'day_is_past', 'This day is past. Choose today or a later one.'); end if;
  insert into public.reminder (community_id, id, author_id, membership_id, student_id, access_school_id, referral_id, on_date, body)
  select s.community_id, made, access.person(), access.hat_id(), s.id, s.access_school_id, set_reminder.referral, set_reminder.on_date, set_reminder.body
  from public.student s where s.community_id = access.community() and s.id = about;
  return made;
end $$;

-- Done, not done after all, or another day.
create or replace function act.change_reminder(reminder uuid, is_done boolean, on_date date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if on_date < access.today() then perform access.refuse('400', 'day_is_past', 'This day is past. Choose today or a later one.'); end if;
  update public.reminder x set done_at = case when change_reminder.is_done then coalesce(x.done_at, now()) end, on_date = coalesce(change_reminder.on_date, x.on_date)
  where x.community_id = access.community() and x.id = change_reminder.reminder and x.author_id = access.person() and x.membership_id = access.hat_id()
    and access.may_remind(x.student_id, x.referral_id);
  if not found then perform access.refuse('404', 'not_found', 'There is no such reminder of yours.'); end if;
end $$;

create or replace function access.my_reminders() returns table (id uuid, student_id uuid, referral_id uuid, on_date date, body text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.id, x.student_id, x.referral_id, x.on_date, x.body from public.reminder x
  where x.community_id = access.community() and x.author_id = access.person() and x.membership_id = access.hat_id() and x.done_at is null
    and access.may_remind(x.student_id, x.referral_id)
  order by x.on_date, x.id limit 200
$$;
grant execute on function access.my_reminders(), act.set_reminder(uuid, uuid, date, text), act.change_reminder(uuid, boolean, date) to concentric_app;
