import { sql } from '#platform/database.ts'
import type { Delivered, NewSupport, Promised, Session, SessionAttendance, SupportEntry } from './contract.ts'

export const logSupport = (s: NewSupport) => sql<{ id: string }>`
  select act.log_support(${s.key}, ${s.participationId}, ${s.on}::date, ${s.attendance}, ${s.minutes}, ${s.isInSchoolTime}) as id`

export const takeAttendance = (s: SessionAttendance) => sql<{ id: string }>`
  select act.take_attendance(${s.key}, ${s.serviceId}, ${s.on}::date, ${s.minutes}, ${s.isInSchoolTime}, ${s.version},
    ${JSON.stringify(s.rows)}::jsonb) as id`

export const markLogInError = (id: string) => sql`select act.mark_log_in_error(${id})`

export const promiseSupport = (participation: string, { sessions, minutes }: Promised) => sql`
  select act.promise_support(${participation}, ${sessions}, ${minutes})`

/** The sessions of the last sixty days, newest first, with who was there, as far as the reader may see them. */
export const listSessions = () => sql<Session>`
  select s.id, s.key, s.service_id as "serviceId", v.name as "serviceName", s.on_date as "on", s.minutes,
    s.is_in_school_time as "isInSchoolTime", s.version,
    coalesce((select jsonb_agg(jsonb_build_object('participationId', l.participation_id, 'attendance', l.attendance, 'minutes', l.minutes) order by l.id)
      from service_log l where l.community_id = s.community_id and l.session_id = s.id and l.in_error_at is null), '[]') as rows
  from service_session s
  join service v on v.community_id = s.community_id and v.id = s.service_id
  where s.community_id = (select access.community()) and s.on_date > (select access.today()) - 60
  order by s.on_date desc, s.id desc limit 100`

/** Promised against delivered, for one student. What was entered in error does not count. */
export const listDelivered = (student: string) => sql<Delivered>`
  select p.id as "participationId", v.name as "serviceName", o.name as "organizationName", p.stage, p.from_on as "fromOn",
    p.promised_sessions as "promisedSessions", p.promised_minutes as "promisedMinutes",
    count(l.id) filter (where l.attendance = 'present')::int as sessions, coalesce(sum(l.minutes), 0)::int as minutes,
    count(l.id) filter (where l.attendance <> 'present')::int as missed, max(l.on_date) filter (where l.attendance = 'present') as "lastOn"
  from participation p
  join service v on v.community_id = p.community_id and v.id = p.service_id
  join organization o on o.community_id = p.community_id and o.id = p.organization_id
  left join service_log l on l.community_id = p.community_id and l.participation_id = p.id and l.in_error_at is null
  where p.community_id = (select access.community()) and p.student_id = ${student}
  group by p.community_id, p.id, v.name, o.name
  order by p.from_on desc, p.id`

/** The last entries about one student, newest first, mistakes marked. */
export const listSupport = (student: string) => sql<SupportEntry>`
  select l.id, v.name as "serviceName", l.on_date as "on", l.attendance, l.minutes, l.is_in_school_time as "isInSchoolTime",
    l.in_error_at is not null as "isInError"
  from service_log l join service v on v.community_id = l.community_id and v.id = l.service_id
  where l.community_id = (select access.community()) and l.student_id = ${student}
  order by l.on_date desc, l.id desc limit 100`
