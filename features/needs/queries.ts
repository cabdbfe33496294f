import { sql } from '#platform/database.ts'
import type { FlagRow } from './proposals.ts'
import type { FlagAnswer, Need, NeedBefore, NeedChange, NewNeed } from './contract.ts'

export const listNeeds = (student: string) => sql<Need>`
  select n.id, n.domain, n.severity, n.source, n.known_since as "knownSince", n.status, n.status_word as "statusWord", n.body,
    n.flag_indicator as "flagIndicator", n.member_id as "memberId", m.name as "memberName", nullif(concat_ws(' ', p.given_name, p.family_name), '') as "authorName", n.written_at as "writtenAt",
    n.revision, nullif(concat_ws(' ', c.given_name, c.family_name), '') as "changedByName", n.changed_at as "changedAt",
    access.decides_needs(n.access_school_id, n.student_id) or n.author_id = (select access.person())
      and (n.author_kind = 'staff' and (select access.hat_kind()) = 'membership'
        or n.author_kind in ('guardian', 'student') and (select access.hat_kind()) <> 'membership' and n.status = 'proposed') as "mayChange"
  from need n
  left join person p on p.community_id = n.community_id and p.id = n.author_id
  left join household_member m on m.community_id = n.community_id and m.id = n.member_id
  left join person c on c.community_id = n.community_id and c.id = n.changed_by
  where n.community_id = (select access.community()) and n.student_id = ${student}
  order by array_position(array['urgent', 'moderate', 'mild'], n.severity), n.written_at desc`

export const findDeciding = (student: string) => sql<{ mayDecide: boolean }>`
  select access.decides_needs(s.access_school_id, s.id) as "mayDecide" from student s
  where s.community_id = (select access.community()) and s.id = ${student}`

/** Flags that no need answers: neither this raising of the flag, nor a need from the same indicator that is still open. */
export const listFlagsToAnswer = (student: string) => sql<FlagRow>`
  select g.indicator, g.level, g.facts, g.raised_at as "raisedAt" from flag g
  where g.community_id = (select access.community()) and g.student_id = ${student} and access.decides_needs(g.access_school_id, g.student_id)
    and not exists (select from need n where n.community_id = g.community_id and n.student_id = g.student_id and n.flag_indicator = g.indicator
      and (n.status in ('proposed', 'open', 'being_met') or n.status <> 'in_error' and n.flag_raised_at >= g.raised_at))
  order by g.indicator`

export const listNeedsBefore = (student: string, need: string) => sql<NeedBefore>`
  select c.revision, c.domain, c.severity, c.status, c.status_word as "statusWord", c.body,
    nullif(concat_ws(' ', p.given_name, p.family_name), '') as "byName", c.written_at as "writtenAt"
  from need_change c left join person p on p.community_id = c.community_id and p.id = c.written_by
  where c.community_id = (select access.community()) and c.student_id = ${student} and c.need_id = ${need} order by c.revision desc`

export const nameNeed = (student: string, n: NewNeed) => sql<{ id: string }>`
  select act.name_need(${student}, ${n.domain}, ${n.severity}, ${n.source}, ${n.knownSince}::date, ${n.body}, ${n.memberId ?? null}) as id`

export const answerFlag = (student: string, a: FlagAnswer) => sql<{ id: string }>`
  select act.answer_flag(${student}, ${a.indicator}, ${a.raisedAt}::timestamptz, ${a.isTakenUp}, ${a.domain}, ${a.severity}, ${a.body}) as id`

export const changeNeed = (need: string, n: NeedChange) => sql<{ revision: number }>`
  select act.change_need(${need}, ${n.revision}::int, ${n.domain}, ${n.severity}, ${n.status}, ${n.statusWord}, ${n.knownSince}::date, ${n.body}) as revision`
