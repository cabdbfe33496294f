-- For the worker alone, once a night: what is over and tells nothing any more goes. Mail that went out, was given up or is too late; steps of
-- signing in; sessions, tries, invitations and refusals, once it is too long ago to ask who could have seen what. Of each account the last
-- sign-in stays, and an invitation that still waits does too.
create or replace function access.sweep(mail_days int, sign_in_days int) returns table (what text, rows int)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare mail_before timestamptz := now() - make_interval(days => greatest(mail_days, 15)); before timestamptz := now() - make_interval(days => greatest(sign_in_days, 30));
begin
  delete from platform.outbox o where o.queued_at < mail_before and (o.sent_at is not null or o.given_up_at is not null or o.good_until < now());
  get diagnostics rows = row_count; what := 'outbox'; return next;
  delete from platform.daily_mail d where d.on_date < (now() - interval '60 days')::date;
  get diagnostics rows = row_count; what := 'daily_mail'; return next;
  delete from platform.sign_in_step s where s.expires_at < now() - interval '1 day';
  get diagnostics rows = row_count; what := 'sign_in_step'; return next;
  delete from platform.session s where least(s.expires_at, coalesce(s.revoked_at, s.expires_at)) < before;
  get diagnostics rows = row_count; what := 'session'; return next;
  delete from platform.sign_in s where s.at < before and (s.account_id is null or exists (
    select from platform.sign_in l where l.account_id = s.account_id and not l.is_refused and l.at > s.at) or s.is_refused);
  get diagnostics rows = row_count; what := 'sign_in'; return next;
  delete from platform.invitation i where coalesce(i.used_at, i.withdrawn_at, i.expires_at) < before;
  get diagnostics rows = row_count; what := 'invitation'; return next;
  delete from platform.refusal r where r.at < before;
  get diagnostics rows = row_count; what := 'refusal'; return next;
end $$;
grant execute on function access.sweep(int, int) to concentric_worker;
