import { sql } from '#platform/database.ts'
import type { IdentityDecision, Joined, WrittenSince } from './contract.ts'

export type RecordRow = {
  id: string
  givenName: string
  middleName: string
  familyName: string
  preferredName: string
  number: string
  birthDate: string | null
  gradeLevel: string | null
  schools: string[]
  guardians: string[]
  students: string[]
  phones: string[]
  emails: string[]
  rows: number
}
export type PairRow = { one: RecordRow; other: RecordRow }

const limit = 400

/**
 * Pairs of students worth comparing: of one birth date with a given or family name that begins alike, or of one name. What follows
 * from it is decided in `likely-pair.ts`.
 */
export const listStudentPairs = () => sql<PairRow>`
  with known as materialized (
    select s.id, s.given_name, s.middle_name, s.family_name, s.preferred_name, s.external_id, s.grade_level, s.access_school_id, s.created_at, d.birth_date,
      left(access.plain_name(s.given_name), 3) as given_start, left(access.plain_name(s.family_name), 3) as family_start,
      access.plain_name(s.given_name) as given_plain, access.plain_name(s.family_name) as family_plain
    from student s left join student_demographics d on d.community_id = s.community_id and d.student_id = s.id
    where s.community_id = (select access.community())
  ), blocked as (
    select a.id as one, b.id as other from known a join known b on b.birth_date = a.birth_date and a.id < b.id
      and (b.family_start = a.family_start or b.given_start = a.given_start or b.given_plain = a.family_plain)
    union
    select a.id, b.id from known a join known b on b.given_plain = a.given_plain and b.family_plain = a.family_plain and a.id < b.id
  ), apart as (select one_id, other_id from access.told_apart() where kind = 'student'),
  told as (
    select k.id, jsonb_build_object('id', k.id, 'givenName', k.given_name, 'middleName', k.middle_name, 'familyName', k.family_name,
      'preferredName', k.preferred_name, 'number', k.external_id, 'birthDate', k.birth_date, 'gradeLevel', k.grade_level,
      'schools', array(select distinct sc.name from enrollment e join school sc on sc.community_id = e.community_id and sc.id = e.school_id
        where e.community_id = (select access.community()) and e.student_id = k.id order by 1),
      'guardians', array(select distinct c.name from student_contact c where c.community_id = (select access.community()) and c.student_id = k.id order by 1),
      'students', array[]::text[],
      'phones', array(select distinct regexp_replace(c.phone, '\\D', '', 'g') from student_contact c
        where c.community_id = (select access.community()) and c.student_id = k.id and c.phone <> '' order by 1),
      'emails', array(select distinct lower(c.email) from student_contact c
        where c.community_id = (select access.community()) and c.student_id = k.id and c.email <> '' order by 1),
      'rows', (select count(*) from enrollment e where e.community_id = (select access.community()) and e.student_id = k.id)
        + (select count(*) from attendance_event e where e.community_id = (select access.community()) and e.student_id = k.id)
        + (select count(*) from grade e where e.community_id = (select access.community()) and e.student_id = k.id)) as record
    from known k where k.id in (select one from blocked union select other from blocked)
  )
  select a.record as one, b.record as other from blocked p join told a on a.id = p.one join told b on b.id = p.other
  where not exists (select from apart x where x.one_id = p.one and x.other_id = p.other)
  limit ${limit}`

/** Pairs of guardians worth comparing: of one telephone or e-mail, or of one name with a student in common. */
export const listGuardianPairs = () => sql<PairRow>`
  with known as materialized (
    select c.person_id, c.student_id, c.name, access.plain_name(c.name) as plain, regexp_replace(c.phone, '\\D', '', 'g') as phone, lower(c.email) as email
    from student_contact c where c.community_id = (select access.community())
  ), blocked as (
    select distinct least(a.person_id, b.person_id) as one, greatest(a.person_id, b.person_id) as other
    from known a join known b on a.person_id < b.person_id
      and (a.phone <> '' and b.phone = a.phone or a.email <> '' and b.email = a.email or a.student_id = b.student_id)
      and left(b.plain, 1) = left(a.plain, 1)
  ), told as (
    select k.person_id as id, jsonb_build_object('id', k.person_id, 'givenName', split_part(min(k.name), ' ', 1), 'middleName', '',
      'familyName', coalesce(nullif(regexp_replace(min(k.name), '^\\S+\\s*', ''), ''), ''), 'preferredName', '', 'number', '', 'birthDate', null, 'gradeLevel', null,
      'schools', array[]::text[], 'guardians', array[]::text[],
      'students', array_agg(distinct concat_ws(' ', s.given_name, s.family_name)),
      'phones', array_remove(array_agg(distinct k.phone), ''), 'emails', array_remove(array_agg(distinct k.email), ''), 'rows', count(*)) as record
    from known k join student s on s.community_id = (select access.community()) and s.id = k.student_id
    where k.person_id in (select one from blocked union select other from blocked) group by k.person_id
  )
  select a.record as one, b.record as other from blocked p join told a on a.id = p.one join told b on b.id = p.other
  where not exists (select from access.told_apart() x where x.kind = 'person' and x.one_id = p.one and x.other_id = p.other)
  limit ${limit}`

export const listJoined = () => sql<Joined>`
  select id, kind, survivor_id as "survivorId", survivor_name as "survivorName", merged_name as "mergedName", merged_number as "mergedNumber",
    moved, laid_aside as "laidAside", at, by_name as "byName"
  from access.list_joined()`

export const joinIdentities = ({ kind, survivorId, otherId }: IdentityDecision) => sql`
  select act.join_identities(${kind}, ${survivorId}, ${otherId})`
export const tellApart = ({ kind, survivorId, otherId }: IdentityDecision) => sql`
  select act.tell_apart(${kind}, ${survivorId}, ${otherId})`
export const listWrittenSince = (merge: string) => sql<WrittenSince>`
  select table_name as "table", id, at from access.written_since_joined(${merge})`
export const splitIdentities = (merge: string, moves: readonly { table: string; id: string }[]) => sql`
  select act.split_identities(${merge}, ${JSON.stringify(moves)}::jsonb)`
export const findJoinedInto = (student: string) =>
  sql<{ id: string | null }>`select access.joined_into(${student}) as id`
