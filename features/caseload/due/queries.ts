import { sql } from '#platform/database.ts'
import type { Scope } from '../queries.ts'
import type { DueItem, NewReminder, ReminderChange } from './contract.ts'

/** How many days ahead the end of a consent or an agreement is told, so that there is time to ask again. */
export const endsWithinDays = 30

/** One's own reminders that are due within a week or past. */
export const listReminders = () => sql<DueItem>`
  select x.id, 'reminder' as kind, x.student_id as "studentId", nullif(concat_ws(' ', s.given_name, s.family_name), '') as "studentName",
    x.body as about, x.on_date as "on", x.on_date - (select access.today()) as days
  from access.my_reminders() x
  left join student s on s.community_id = (select access.community()) and s.id = x.student_id
  where x.on_date <= (select access.today()) + 7
  order by x.on_date, x.id`

/** Referrals that have been without an answer for as many days as the district of the school allows. */
export const listUnanswered = (scope: Scope) => sql<DueItem>`
  select r.id, 'referral' as kind, r.student_id as "studentId", nullif(concat_ws(' ', s.given_name, s.family_name), '') as "studentName",
    o.name as about, (r.changed_at at time zone c.time_zone)::date as "on", (r.changed_at at time zone c.time_zone)::date - (select access.today()) as days
  from referral r
  join community c on c.community_id = r.community_id
  join organization o on o.community_id = r.community_id and o.id = r.organization_id
  join school sc on sc.community_id = r.community_id and sc.id = r.school_id
  cross join lateral access.referral_days(sc.district_id) d
  left join student s on s.community_id = r.community_id and s.id = r.student_id
  where r.community_id = (select access.community()) and r.state = 'sent'
    and (r.changed_at at time zone c.time_zone)::date <= (select access.today()) - d.remind_after
    and (${scope} = 'school' or not exists (select from access.my_caseload()) or r.student_id in (select access.my_caseload()))
  order by r.changed_at limit 50`

/** Consents that end soon, unless a later one for the same organization is there already. */
export const listEndingConsents = (scope: Scope) => sql<DueItem>`
  select k.id, 'consent' as kind, k.student_id as "studentId", nullif(concat_ws(' ', s.given_name, s.family_name), '') as "studentName",
    o.name as about, k.until_on as "on", k.until_on - (select access.today()) as days
  from consent k
  join organization o on o.community_id = k.community_id and o.id = k.organization_id
  join student s on s.community_id = k.community_id and s.id = k.student_id
  where k.community_id = (select access.community()) and k.withdrawn_at is null
    and k.until_on between (select access.today()) and (select access.today()) + ${endsWithinDays}::int
    and not exists (select from consent l where l.community_id = k.community_id and l.student_id = k.student_id
      and l.organization_id = k.organization_id and l.withdrawn_at is null and l.until_on > k.until_on)
    and (${scope} = 'school' or not exists (select from access.my_caseload()) or k.student_id in (select access.my_caseload()))
  order by k.until_on limit 50`

export const listEndingAgreements = () => sql<DueItem>`
  select a.id, 'agreement' as kind, null::uuid as "studentId", null as "studentName", concat_ws(' · ', o.name, a.number) as about,
    a.until_on as "on", a.until_on - (select access.today()) as days
  from agreement a join organization o on o.community_id = a.community_id and o.id = a.organization_id
  where a.community_id = (select access.community()) and a.terminated_on is null
    and a.until_on between (select access.today()) and (select access.today()) + ${endsWithinDays}::int
  order by a.until_on limit 50`

export const findDataAge = () => sql<{ days: number | null }>`
  select extract(day from now() - access.last_import_at())::int as days`

export const countProposals = () => sql<{ waiting: number }>`
  select (select count(*) from membership m where m.community_id = (select access.community()) and m.approved_at is null and m.until_on is null)
    + (select count(*) from guardianship g where g.community_id = (select access.community()) and g.approved_at is null and g.until_on is null) as waiting`

export const setReminder = (r: NewReminder) => sql<{ id: string }>`
  select act.set_reminder(${r.studentId ?? null}, ${r.referralId ?? null}, ${r.on}::date, ${r.body}) as id`

export const changeReminder = (id: string, c: ReminderChange) => sql`
  select act.change_reminder(${id}, ${c.isDone}, ${c.on ?? null}::date)`
