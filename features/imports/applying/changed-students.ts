import type pg from 'pg'
import { factTables } from '../facts/tables.ts'
import type { ImportRow } from '../queries.ts'
import type { Work } from '../staging/names.ts'
import { listChangedStudents } from './queries.ts'

/** Facts that are of no one student: a day of school more or less is one for everybody there. */
const ofEveryone = ['school', 'academic_session', 'calendar_date']

/** So many rows are hardly those of a few students, and to list them would take longer than to look at everyone. */
const mostRows = 20_000

/** The students whose facts the import that is being applied changes; undefined when it may be anyone's. */
export async function changedStudents(
  client: pg.PoolClient,
  work: Work,
  { counts }: Pick<ImportRow, 'counts'>,
): Promise<string[] | undefined> {
  const rowsOf = (table: string) => {
    const { added = 0, changed = 0, withdrawn = 0 } = counts[table] ?? {}
    return added + changed + withdrawn
  }
  const touched = factTables.filter(({ table }) => rowsOf(table) > 0)
  if (touched.some(({ table }) => ofEveryone.includes(table))) return undefined
  const own = touched.filter(({ table, ofStudent }) => table === 'student' || ofStudent)
  if (own.reduce((sum, { table }) => sum + rowsOf(table), 0) > mostRows) return undefined
  return (await listChangedStudents(client, work, own)) ?? undefined
}
