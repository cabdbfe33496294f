-- For the operator at the command line alone: a link that sets a new password and switches the code app off. It stands in the history of the
-- account with the operator's name, and the person is told. An earlier link of this kind is over.
create or replace function access.make_reset_step(email text, token_hash bytea, operator text, subjects jsonb, bodies jsonb) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account;
begin
  select x.* into a from platform.account x where x.email = lower(btrim(make_reset_step.email)) and x.disabled_at is null and not x.is_operator for update;
  if not found then return false; end if;
  update platform.sign_in_step s set used_at = now() where s.account_id = a.id and s.kind = 'recovery' and s.used_at is null;
  perform door.begin_step(make_reset_step.token_hash, 'recovery', a.id, '{"by": "operator"}', interval '30 minutes');
  insert into platform.sign_in (account_id, how, is_refused, user_agent) values (a.id, 'reset_code', false, left('concentric, ' || make_reset_step.operator, 200));
  perform access.queue_mail(a.email, a.locale, make_reset_step.subjects ->> a.locale, make_reset_step.bodies ->> a.locale);
  return true;
end $$;
