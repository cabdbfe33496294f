import { sql } from '#platform/database.ts'

export type UsedSession = {
  email: string
  how: string
  browser: string
  from: string
  lastSeen: string
  refusals: number
}

/** For the owner only: sessions that were used since then, of one account or of all who have a person in the community. */
export const listUsedSessions = (community: string, since: string, email: string | null) => sql<UsedSession>`
  select a.email, s.how, s.user_agent as browser, to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "from",
    to_char(s.last_seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastSeen",
    (select count(*)::int from platform.refusal r where r.session_id = s.id and r.at >= ${since}::timestamptz) as refusals
  from platform.session s join platform.account a on a.id = s.account_id
  where s.last_seen_at >= ${since}::timestamptz and (${email}::text is null or a.email = lower(${email}))
    and exists (select from platform.account_person p where p.account_id = a.id and p.community_id = ${community})
  order by s.last_seen_at desc`

export type Exposed = {
  externalId: string
  email: string
  role: string
  place: string | null
  how: 'could see' | 'was shown'
}

/**
 * Whose records the hats of those accounts reached at any time since then. School staff and families read without a line for each record:
 * all that was in reach could have been seen. What an organization was shown is on record, record by record. Any hat of the person counts,
 * because a session may change hats.
 */
export const listExposed = (community: string, since: string, email: string | null) => sql<Exposed>`
  with used as (
    select distinct a.email, p.person_id from platform.session s join platform.account a on a.id = s.account_id
    join platform.account_person p on p.account_id = a.id and p.community_id = ${community}
    where s.last_seen_at >= ${since}::timestamptz and (${email}::text is null or a.email = lower(${email}))),
  worn as (
    select u.email, m.* from used u join membership m on m.community_id = ${community} and m.person_id = u.person_id
    where m.approved_at is not null and (m.until_on is null or m.until_on >= ${since}::timestamptz::date)
      and (m.withdrawn_at is null or m.withdrawn_at >= ${since}::timestamptz)),
  reached as (
    select w.email, w.role, d.name as place, s.id, 'could see' as how from worn w
    join district d on d.community_id = w.community_id and d.id = w.district_id
    join student s on s.community_id = w.community_id and s.district_id = w.district_id where w.role = 'data_steward'
    union
    select w.email, w.role, o.name, e.student_id, 'could see' from worn w join school o on o.community_id = w.community_id and o.id = w.school_id
    join enrollment e on e.community_id = w.community_id and w.school_id in (e.school_id, e.access_school_id)
      and (e.exit_on is null or e.exit_on >= ${since}::timestamptz::date or e.access_school_id = w.school_id)
    where w.role <> 'teacher'
    union
    select w.email, w.role, c.title, e.student_id, 'could see' from worn w
    join class_teacher t on t.community_id = w.community_id and t.person_id = w.person_id
    join class c on c.community_id = t.community_id and c.id = t.class_id
    join class_enrollment e on e.community_id = c.community_id and e.class_id = c.id and (e.end_on is null or e.end_on >= ${since}::timestamptz::date)
    where w.role = 'teacher'
    union
    select u.email, 'guardian', null, g.student_id, 'could see' from used u
    join guardianship g on g.community_id = ${community} and g.person_id = u.person_id and g.approved_at is not null
      and (g.until_on is null or g.until_on >= ${since}::timestamptz::date)
    union
    select u.email, 'eligible_student', null, s.id, 'could see' from used u join student s on s.community_id = ${community} and s.person_id = u.person_id
    union
    select u.email, 'partner_worker', o.name, x.student_id, 'was shown' from used u
    join disclosure x on x.community_id = ${community} and x.person_id = u.person_id and x.at >= ${since}::timestamptz
    join organization o on o.community_id = x.community_id and o.id = x.organization_id)
  select s.external_id as "externalId", r.email, r.role, r.place, r.how from reached r
  join student s on s.community_id = ${community} and s.id = r.id order by s.external_id, r.email, r.role, r.place`
