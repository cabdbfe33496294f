-- The role on record whose holder is invited: a teacher of the roster gets an account, and stays the person of the roster.
alter table platform.invitation
  add column membership_id uuid,
  add check (num_nonnulls(role, guardianship_id, membership_id) <= 1);
