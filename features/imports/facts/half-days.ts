import type pg from 'pg'
import { sqlFile, type Work } from '../staging/names.ts'
import { makeRecords, runSql } from '../staging/queries.ts'
import { findScope } from './queries.ts'

/** Lays the district's rule about half days over the attendance of the files, if they have any, of whole days or of single classes. */
export async function layHalfDays(client: pg.PoolClient, work: Work) {
  const { rows } = await runSql(
    client,
    work,
    `select exists (select from attendance_rule where community_id = access.community() and district_id = access.district()) as "hasRule"`,
  )
  const hasClasses =
    work.made.has('section_attendance') || (await findScope(client, work)).kinds.has('section_attendance')
  if (!hasClasses && !(rows[0].hasRule && work.made.has('attendance'))) return
  await makeRecords(client, work, ['attendance'])
  await runSql(client, work, sqlFile('facts/half-days.sql'))
}
