import type pg from 'pg'
import { checkKind } from '../checks/queries.ts'
import type { RecordKind } from '../records.ts'
import { sqlFile, type Work } from '../staging/names.ts'
import { runSql } from '../staging/queries.ts'
import {
  attendanceShare,
  compare,
  countActions,
  findGone,
  isUntold,
  leaveAsItIs,
  makeKnown,
  type Counts,
} from './queries.ts'
import { attendanceQuestion, practiceOf, withdrawalQuestion, type Practice, type Question } from './questions.ts'
import { factTables, type FactTable } from './tables.ts'

export type Prepared = { counts: Record<string, Counts>; questions: Question[] }

const referredTo = new Set(['school', 'class', 'person', 'student'])
/** Records that fill a table together with its own. */
const checkedWith: Partial<Record<RecordKind, RecordKind[]>> = { person: ['contact'] }

async function compareAll(client: pg.PoolClient, work: Work, fact: FactTable) {
  if (await isUntold(client, work, fact)) return leaveAsItIs(client, work, fact)
  await compare(client, work, fact)
  return findGone(client, work, fact)
}

/** From staged records to what would happen in each table. The transaction has entered the import's community. */
export async function prepareFacts(
  client: pg.PoolClient,
  work: Work,
  confirmed: Practice | null,
  onRows: (rows: number) => void,
): Promise<Prepared> {
  const attendance = await attendanceShare(client, work)
  const practice = confirmed ?? practiceOf(attendance)
  const asked = attendanceQuestion(attendance, confirmed)
  const questions: Question[] = asked ? [asked] : []
  const counts: Record<string, Counts> = {}
  const checked = new Set<RecordKind>()
  await runSql(client, work, sqlFile('facts/dated-scope.sql'))
  for (const fact of factTables) {
    if (fact.table === 'calendar_date' && practice === 'positive')
      await runSql(client, work, sqlFile('facts/positive-attendance.sql'))
    for (const kind of [fact.kind, ...(checkedWith[fact.kind] ?? [])])
      if (!checked.has(kind)) {
        checked.add(kind)
        onRows(await checkKind(client, work, kind))
      }
    await runSql(client, work, sqlFile(`facts/${fact.table}.sql`))
    await compareAll(client, work, fact)
    if (referredTo.has(fact.table)) await makeKnown(client, work, fact)
    const { live, ...found } = await countActions(client, work, fact)
    if (Object.values(found).some(Boolean)) counts[fact.table] = found
    const question = withdrawalQuestion(fact.table, { ...found, live })
    if (question) questions.push(question)
  }
  return { counts, questions }
}
