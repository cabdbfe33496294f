import { sql } from '#platform/database.ts'
import type { Notice } from './contract.ts'

// A moment comes back from a page in milliseconds.
export const listNotices = () => sql<Notice>`
  select n.id, n.kind, n.at, n.student_id as "studentId", nullif(concat_ws(' ', s.given_name, s.family_name), '') as "studentName",
    n.about, n.detail, seen.until is null or date_trunc('milliseconds', n.at) > seen.until as "isNew"
  from access.my_notices() n
  cross join (select access.my_notices_seen() as until) seen
  left join student s on s.community_id = (select access.community()) and s.id = n.student_id
  order by n.at desc, n.id`

export const seeNotices = (until: string) => sql`select act.see_notices(${until}::timestamptz)`

export type DueMail = { accountId: string; communityId: string; locale: string; hats: string[] }

export const listDueMails = () => sql<DueMail>`
  select account_id as "accountId", community_id as "communityId", locale, hats from access.due_daily_mails()`

export const countForMail = (community: string, hat: string) => sql<{ kind: string; count: number }>`
  select kind, count from access.count_for_mail(${community}, ${hat})`

/** Without a mail it is noted that there was nothing to tell that day. */
export const queueDailyMail = (due: DueMail, mail: { subject: string; body: string } | null) => sql`
  select access.queue_daily_mail(${due.accountId}, ${due.communityId}, ${mail?.subject ?? null}, ${mail?.body ?? null})`
