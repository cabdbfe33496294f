import { sql, type Statement } from '#platform/database.ts'
import type { DueRecord, Hold, KeptRecord } from './contract.ts'

/** For the owner only: who may be destroyed, and how. */
export const keepFor = (community: string, district: string, years: number) => sql`
  update district set keep_years = ${years} where community_id = ${community} and id = ${district}`

export type Due = { id: string; externalId: string; lastDay: string; isHeld: boolean }

/** Students of the district whose last day enrolled is longer ago than its records are kept; a student enrolled now has no last day. */
export const listDue = (community: string, district: string) => sql<Due>`
  select s.id, s.external_id as "externalId", l.last_on as "lastDay", l.is_held as "isHeld"
  from access.records_left(${community}, ${district}) l join student s on s.community_id = ${community} and s.id = l.student_id
  where l.due_on <= access.day_in(${community}) order by l.last_on, s.external_id`

export const findKeepYears = (community: string, district: string) => sql<{ keepYears: number | null }>`
  select keep_years as "keepYears" from district where community_id = ${community} and id = ${district}`
export const findStudent = (community: string, district: string, externalId: string) => sql<{ id: string }>`
  select id from student where community_id = ${community} and district_id = ${district} and external_id = ${externalId}`
export const findHold = (community: string, student: string) => sql<{ id: string }>`
  select id from legal_hold where community_id = ${community} and student_id = ${student} and released_at is null`

/** Locks the students that are there, so that no hold comes in between, and tells which of them are held. */
export const lockStudents = (community: string, students: string[]) => sql`
  select id from student where community_id = ${community} and id = any (${students}) order by id for update`
export const listHeld = (community: string, students: string[]) => sql<{ id: string }>`
  select distinct student_id as id from legal_hold where community_id = ${community} and student_id = any (${students}) and released_at is null`

// As the data steward who has entered.
export const placeHold = (student: string, reason: string) =>
  sql<{ id: string }>`select act.place_legal_hold(${student}, ${reason}) as id`
export const releaseHold = (hold: string) => sql`select act.release_legal_hold(${hold})`

export const findOwnKeepYears = () => sql<{ keepYears: number | null }>`
  select keep_years as "keepYears" from district where community_id = (select access.community()) and id = (select access.keeping_district())`
export const listHolds = () => sql<Hold>`
  select id, student_id as "studentId", student_name as "studentName", external_id as "externalId", has_page as "hasPage", reason,
    placed_at as "placedAt", placed_by as "placedBy", lifted_at as "liftedAt", lifted_by as "liftedBy" from access.list_holds()`
export const listDueRecords = () => sql<DueRecord & { dueNow: number }>`
  select student_id as "studentId", student_name as "studentName", external_id as "externalId", has_page as "hasPage", last_on as "lastOn",
    due_on as "dueOn", is_held as "isHeld", is_due as "isDue", due_now as "dueNow" from access.list_due_records()`
export const findKeptRecords = (words: string) => sql<KeptRecord>`
  select student_id as "studentId", student_name as "studentName", external_id as "externalId", school_name as "schoolName", is_held as "isHeld"
  from access.find_kept_records(${words})`

// For the owner again.

export const deferChecks = () => sql`set constraints all deferred`

/** Every table with rows of a student, found in the catalogue, so that a new table is never forgotten. */
export const listStudentTables = () => sql<{ name: string }>`
  select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'student_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`

export type Reference = { child: string; columns: string[]; parent: string; keys: string[] }

/** Every foreign key between tables of community data: whose row goes when the row that it refers to is gone. */
export const listReferences = () => sql<Reference>`
  select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
    (select json_agg(a.attname order by k.place) from unnest(c.conkey) with ordinality as k (attnum, place)
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) as columns,
    (select json_agg(a.attname order by k.place) from unnest(c.confkey) with ordinality as k (attnum, place)
     join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.attnum) as keys
  from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 1, 2`

/** The adults who are known only through these students, and the students' own persons. */
export const listPersonsOf = (community: string, students: string[]) => sql<{ id: string }>`
  select distinct p.id from person p join (
    select person_id from guardianship where community_id = ${community} and student_id = any (${students})
    union all select person_id from student_contact where community_id = ${community} and student_id = any (${students})
    union all select person_id from student where community_id = ${community} and id = any (${students})) of_them on of_them.person_id = p.id
  where p.community_id = ${community} and not p.is_worker`

type Count = { count: number }
const counted = (text: string, values: unknown[]): Statement<Count> => ({
  text: `with gone as (${text} returning 1) select count(*)::int as count from gone`,
  values,
})

export const deleteOfStudents = (table: string, column: string, community: string, ids: string[]) =>
  counted(`delete from "${table}" where community_id = $1 and "${column}" = any ($2)`, [community, ids])

/** Rows whose parent is gone. A reference that is empty refers to nothing and stays. */
export const deleteOrphans = ({ child, columns, parent, keys }: Reference, community: string) =>
  counted(
    `delete from ${child} c where c.community_id = $1 and ${columns.map((column) => `c."${column}" is not null`).join(' and ')}
     and not exists (select from ${parent} p where ${keys.map((key, i) => `p."${key}" = c."${columns[i]}"`).join(' and ')})`,
    [community],
  )

/** Those of the persons to whom nothing refers any more. */
export const deletePersons = (community: string, ids: string[], references: Reference[]) =>
  counted(
    `delete from person p where p.community_id = $1 and p.id = any ($2)
     and not exists (select from student_contact o where o.community_id = p.community_id and o.person_id = p.id)
     ${references.map(({ child, columns, keys }) => `and not exists (select from ${child} o where ${keys.map((key, i) => `o."${columns[i]}" = p."${key}"`).join(' and ')})`).join('\n     ')}`,
    [community, ids],
  )

/** A merge keeps what both records were: with the record of which it tells, it goes. */
export const deleteMerges = (community: string) => sql<Count>`
  with gone as (delete from identity_merge m where m.community_id = ${community} and (
      not exists (select from student s where m.kind = 'student' and s.community_id = m.community_id and s.id = m.survivor_id union all
        select from person p where m.kind = 'person' and p.community_id = m.community_id and p.id = m.survivor_id)
      or m.split_at is not null and not exists (select from student s where m.kind = 'student' and s.community_id = m.community_id and s.id = m.merged_id union all
        select from person p where m.kind = 'person' and p.community_id = m.community_id and p.id = m.merged_id)) returning 1)
  select count(*)::int as count from gone`

/** Rows of these students that a merge of adults keeps as they were. */
export const deleteMergeRows = (community: string, students: string[]) => sql<Count>`
  with gone as (delete from identity_merge_row r where r.community_id = ${community} and r.was ->> 'student_id' = any (${students}) returning 1)
  select count(*)::int as count from gone`

export const unlinkPersons = (community: string) => sql<Count>`
  with gone as (delete from platform.account_person a where a.community_id = ${community}
    and not exists (select from person p where p.community_id = a.community_id and p.id = a.person_id) returning 1)
  select count(*)::int as count from gone`

/**
 * What is kept to undo the last import, the problems of files, and the last roster that a source told, all of which repeat rows. The source
 * is read by itself until it tells the whole again.
 */
export const forgetImports = (community: string) => sql<Count>`
  with undone as (delete from import_undo where community_id = ${community} returning 1),
    told as (delete from import_problem where community_id = ${community} returning 1),
    copied as (delete from import_copy where community_id = ${community} returning 1),
    forgotten as (update import_source set copied_files = '{}' where community_id = ${community})
  select ((select count(*) from undone) + (select count(*) from told) + (select count(*) from copied))::int as count`

export const recordDestruction = (community: string, students: string[], decidedBy: string) => sql`
  insert into destruction (community_id, destroyed_id, decided_by) select ${community}, unnest(${students}::uuid[]), ${decidedBy}
  on conflict (community_id, destroyed_id) do nothing`

export type Destroyed = { community: string; student: string; at: string; by: string }
export const listDestroyed = () => sql<Destroyed>`
  select community_id as community, destroyed_id as student, to_char(destroyed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, decided_by as by
  from destruction order by destroyed_at, id`
export const isCommunity = (community: string) => sql<{ found: boolean }>`
  select exists (select from community where community_id = ${community}) as found`
