import { sql } from '#platform/database.ts'
import type {
  Hat,
  Invitation,
  InvitationRow,
  NewInvitation,
  Proposal,
  SessionRow,
  StaffRow,
  WaitingMail,
} from './contract.ts'

type TokenHash = Buffer

export const listHats = (tokenHash: TokenHash) => sql<Hat>`
  select id, kind, role, slug as community, community_name as "communityName", is_demo as "isDemo", person_name as "personName",
    place, student_name as "studentName", coalesce(is_current, false) as "isCurrent"
  from door.list_hats(${tokenHash})`

export const chooseHat = (tokenHash: TokenHash, hat: string) => sql<{ chosen: boolean }>`
  select door.choose_hat(${tokenHash}, ${hat}) as chosen`

export const findAccount = (email: string) => sql<{ id: string; passwordHash: string | null }>`
  select id, password_hash as "passwordHash" from door.find_account(${email})`

export const startSessionOf = (
  account: string,
  tokenHash: TokenHash,
  how: string,
  userAgent: string,
  hours: number,
) => sql`
  select door.start_session(${account}, ${tokenHash}, ${how}, ${userAgent}, make_interval(hours => ${hours}::int))`

export const listSessions = (tokenHash: TokenHash) => sql<SessionRow>`
  select id, how, user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt", is_current as "isCurrent"
  from door.list_sessions(${tokenHash})`

export const endSession = (tokenHash: TokenHash, session: string | null) => sql<{ ended: boolean }>`
  select door.end_session(${tokenHash}, ${session}) as ended`

export const findInvitation = (tokenHash: TokenHash) => sql<Invitation>`
  select email, community_name as "communityName", role, place, has_account as "hasAccount" from door.find_invitation(${tokenHash})`

export const acceptInvitationHere = (tokenHash: TokenHash, session: TokenHash) =>
  sql<{ account: string }>`select door.accept_invitation_here(${tokenHash}, ${session}) as account`

export const findCommunityName = () => sql<{ name: string }>`
  select name from community where community_id = (select access.community())`

export const listInvitations = () => sql<InvitationRow>`
  select id, email, person_name as "personName", locale, role, place, created_at as "createdAt", expires_at as "expiresAt",
    used_at as "usedAt", withdrawn_at as "withdrawnAt", mail
  from access.list_invitations()`

type Written = { subject: string; body: string }
export const invite = (tokenHash: TokenHash, who: NewInvitation, { subject, body }: Written) => sql<{ id: string }>`
  select act.invite(${tokenHash}, ${who.email}, ${who.givenName}, ${who.familyName}, ${who.locale}, ${who.role ?? null},
    ${who.schoolId ?? null}, ${who.organizationId ?? null}, ${who.guardianshipId ?? null}, ${who.membershipId ?? null},
    ${subject}, ${body}) as id`

export const resendInvitation = (id: string, tokenHash: TokenHash, { subject, body }: Written) =>
  sql`select act.resend_invitation(${id}, ${tokenHash}, ${subject}, ${body})`

export const withdrawInvitation = (id: string) => sql`select act.withdraw_invitation(${id})`

export const listStaff = () => sql<StaffRow>`
  select id, person_name as "personName", role, place, from_on as "fromOn", has_account as "hasAccount", last_at as "lastAt",
    last_how as "lastHow", refused, has_second as "hasSecond", is_self as "isSelf"
  from access.list_staff()`

export const listDistrictSchools = () => sql<{ id: string; name: string }>`
  select id, name from school where community_id = (select access.community()) and district_id = (select access.district()) order by name`

export const listOrganizationNames = () => sql<{ id: string; name: string }>`
  select id, name from organization where community_id = (select access.community()) order by name`

export const endMembership = (id: string) => sql`select act.end_membership(${id})`

export const acceptInvitation = (tokenHash: TokenHash, passwordHash: string) => sql<{ account: string }>`
  select door.accept_invitation(${tokenHash}, ${passwordHash}) as account`

/** Accepts as whoever a provider vouches for: the account is made, or found, with this way to sign in. */
export const acceptInvitationAs = (tokenHash: TokenHash, who: { issuer: string; subject: string }) =>
  sql<{ account: string }>`select door.accept_invitation_as(${tokenHash}, ${who.issuer}, ${who.subject}) as account`

export const listDemoAccounts = () => sql<{ id: string; email: string }>`select id, email from door.demo_accounts()`

export const listOutbox = () => sql<WaitingMail>`
  select id, recipient, subject, body, queued_at as "queuedAt" from door.list_outbox()`

export const findTimeZone = () => sql<{ timeZone: string }>`
  select time_zone as "timeZone" from community where community_id = (select access.community())`

/** What files proposed and nobody has decided: roles other than a teacher's, and guardians. */
export const listProposals = () => sql<Proposal>`
  select m.id, 'membership' as kind, concat_ws(' ', p.given_name, p.family_name) as "personName", m.role, s.name as place, null as "studentName"
  from membership m
  join person p on p.community_id = m.community_id and p.id = m.person_id
  left join school s on s.community_id = m.community_id and s.id = m.school_id
  where m.community_id = (select access.community()) and m.approved_at is null and m.until_on is null
  union all
  select g.id, 'guardianship', c.name, g.relation, sc.name, concat_ws(' ', st.given_name, st.family_name)
  from guardianship g
  join student_contact c on c.community_id = g.community_id and c.student_id = g.student_id and c.person_id = g.person_id
  join student st on st.community_id = g.community_id and st.id = g.student_id
  left join school sc on sc.community_id = st.community_id and sc.id = st.access_school_id
  where g.community_id = (select access.community()) and g.approved_at is null and g.until_on is null
  order by 2, 3
  limit 500`

export const decideMembership = (id: string, approve: boolean) => sql`select act.decide_membership(${id}, ${approve})`
export const decideGuardianship = (id: string, approve: boolean) =>
  sql`select act.decide_guardianship(${id}, ${approve})`

// For the owner only (features/people/owner-acts.ts, features/demo): accounts, persons and hats that nobody signed in gives.
type Scope = { district?: string | null; school?: string | null; organization?: string | null }

export const addPerson = (community: string, given: string, family: string, isWorker = true) => sql<{ id: string }>`
  insert into person (community_id, given_name, family_name, is_worker) values (${community}, ${given}, ${family}, ${isWorker}) returning id`

export const addMembership = (community: string, person: string, role: string, scope: Scope) => sql<{ id: string }>`
  insert into membership (community_id, person_id, role, district_id, school_id, organization_id, from_on, approved_at)
  values (${community}, ${person}, ${role}, ${scope.district ?? null}, ${scope.school ?? null}, ${scope.organization ?? null},
    access.day_in(${community}) - 30, now())
  returning id`

/** The data steward's hat of an operator: today's is found again, an older one has ended. */
export const ensureMembershipToday = (community: string, person: string, district: string) => sql<{ id: string }>`
  with today as (
    select m.id from membership m where m.community_id = ${community} and m.person_id = ${person} and m.role = 'data_steward'
      and m.district_id = ${district} and m.from_on = access.day_in(${community}) and m.until_on = m.from_on
  ), made as (
    insert into membership (community_id, person_id, role, district_id, from_on, until_on, approved_at)
    select ${community}, ${person}, 'data_steward', ${district}, access.day_in(${community}), access.day_in(${community}), now()
    where not exists (select from today) returning id
  )
  select id from today union all select id from made`

export const ensureAccount = (email: string, passwordHash: string | null, isOperator: boolean) => sql<{ id: string }>`
  insert into platform.account (email, password_hash, is_operator) values (${email}, ${passwordHash}, ${isOperator})
  on conflict (email) do update set email = excluded.email returning id`

export const linkAccount = (account: string, community: string, person: string) => sql`
  insert into platform.account_person (account_id, community_id, person_id) values (${account}, ${community}, ${person})`

export const findAccountPerson = (account: string, community: string) => sql<{ personId: string }>`
  select person_id as "personId" from platform.account_person where account_id = ${account} and community_id = ${community}`

export const findPersonOfAddress = (email: string, community: string) => sql<{ personId: string }>`
  select ap.person_id as "personId" from platform.account_person ap join platform.account a on a.id = ap.account_id
  where a.email = ${email} and ap.community_id = ${community}`

export const addOperatorSession = (account: string, tokenHash: TokenHash, community: string, membership: string) => sql`
  insert into platform.session (token_hash, account_id, community_id, hat_kind, hat_id, how, user_agent, expires_at)
  values (${tokenHash}, ${account}, ${community}, 'membership', ${membership}, 'operator', 'concentric', now() + interval '1 hour')`

/** For the operator at the command line: mail that has not gone out, newest last, with its links. */
export const listUnsentMail = () => sql<WaitingMail & { problem: string | null; goodUntil: Date }>`
  select id, recipient, subject, body, queued_at as "queuedAt", good_until as "goodUntil", problem from platform.outbox
  where sent_at is null and given_up_at is null and good_until > now() order by queued_at limit 500`

export const addInvitation = (community: string, person: string, email: string, tokenHash: TokenHash) => sql`
  insert into platform.invitation (community_id, person_id, email, token_hash, expires_at)
  values (${community}, ${person}, ${email}, ${tokenHash}, now() + interval '14 days')`
