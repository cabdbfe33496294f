import type pg from 'pg'
import { sqlFile, type Work } from '../staging/names.ts'
import { makeRecords, runSql } from '../staging/queries.ts'
import { findScope, hasDayRule } from './queries.ts'

/** Lays the district's rule about half days over the attendance of the files, if they have any, of whole days or of single classes. */
export async function layHalfDays(client: pg.PoolClient, work: Work) {
  const hasClasses =
    work.made.has('section_attendance') || (await findScope(client, work)).kinds.has('section_attendance')
  if (!hasClasses && !(work.made.has('attendance') && (await hasDayRule(client, work)))) return
  await makeRecords(client, work, ['attendance'])
  await runSql(client, work, sqlFile('facts/half-days.sql'))
}
