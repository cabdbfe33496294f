import { sql } from '#platform/database.ts'
import type { Hat, Proposal, SessionRow } from './contract.ts'

type TokenHash = Buffer

export const listHats = (tokenHash: TokenHash) => sql<Hat>`
  select id, kind, role, slug as community, community_name as "communityName", is_demo as "isDemo", person_name as "personName",
    place, student_name as "studentName", coalesce(is_current, false) as "isCurrent"
  from door.list_hats(${tokenHash})`

export const chooseHat = (tokenHash: TokenHash, hat: string) => sql<{ chosen: boolean }>`
  select door.choose_hat(${tokenHash}, ${hat}) as chosen`

export const findAccount = (email: string) => sql<{ id: string; passwordHash: string | null }>`
  select id, password_hash as "passwordHash" from door.find_account(${email})`

export const listSessions = (tokenHash: TokenHash) => sql<SessionRow>`
  select id, how, user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt", is_current as "isCurrent"
  from door.list_sessions(${tokenHash})`

export const endSession = (tokenHash: TokenHash, session: string | null) => sql<{ ended: boolean }>`
  select door.end_session(${tokenHash}, ${session}) as ended`

export const findInvitation = (tokenHash: TokenHash) => sql<{ email: string; communityName: string }>`
  select email, community_name as "communityName" from door.find_invitation(${tokenHash})`

export const acceptInvitation = (tokenHash: TokenHash, passwordHash: string) => sql<{ account: string }>`
  select door.accept_invitation(${tokenHash}, ${passwordHash}) as account`

export const listDemoAccounts = () => sql<{ id: string; email: string }>`select id, email from door.demo_accounts()`

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
export const decideGuardianship = (id: string, approve: boolean) => sql`select act.decide_guardianship(${id}, ${approve})`
