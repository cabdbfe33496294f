import type pg from 'pg'
import { checkKind } from '../checks/queries.ts'
import type { RecordKind } from '../records.ts'
import { snake, sqlFile, type Work } from '../staging/names.ts'
import { makeRecords, runSql } from '../staging/queries.ts'
import {
  attendanceShare,
  compare,
  countActions,
  findScope,
  findGone,
  isUntold,
  leaveAsItIs,
  makeKnown,
  type Counts,
} from './queries.ts'
import { attendanceQuestion, practiceOf, withdrawalQuestion, type Practice, type Question } from './questions.ts'
import { factTables, sourcesOf, type FactTable } from './tables.ts'

export type Prepared = { counts: Record<string, Counts>; questions: Question[] }

/** Tables that records refer to by ids, and the kinds whose rules and facts ask for those ids; students and schools are always asked for. */
const referredTo: Record<string, RecordKind[] | 'always'> = {
  school: 'always',
  class: ['class', 'classEnrollment', 'grade'],
  person: ['person', 'contact', 'studentContact', 'classEnrollment'],
  student: 'always',
}
/** Under which other ids somebody is known, which facts of students and staff ask for whether or not anything is told of the person. */
const withAliases = new Set(['person', 'student'])
/** Records that fill a table together with its own. */
const checkedWith: Partial<Record<RecordKind, RecordKind[]>> = { person: ['contact'] }

async function compareAll(client: pg.PoolClient, work: Work, fact: FactTable) {
  await runSql(client, work, sqlFile(`facts/${fact.table}.sql`))
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
  const records = new Map<RecordKind, number>()
  await runSql(client, work, sqlFile('facts/dated-scope.sql'))
  const scope = await findScope(client, work)
  const mayBeTold = (kind: RecordKind) => work.made.has(snake(kind)) || scope.kinds.has(snake(kind))
  const isTold = (fact: FactTable) =>
    sourcesOf(fact).some((kind) => records.get(kind)) ||
    scope.kinds.has(snake(fact.kind)) ||
    (fact.table === 'membership' && scope.namesGone)
  for (const fact of factTables) {
    if (fact.table === 'calendar_date' && practice === 'positive') {
      await makeRecords(client, work, ['calendarDate'])
      await runSql(client, work, sqlFile('facts/positive-attendance.sql'))
    }
    for (const kind of [fact.kind, ...(checkedWith[fact.kind] ?? [])])
      if (!records.has(kind)) {
        records.set(kind, await checkKind(client, work, kind))
        onRows(records.get(kind)!)
      }
    if (withAliases.has(fact.table)) await runSql(client, work, sqlFile(`facts/${fact.table}-alias.sql`))
    const told = isTold(fact)
    if (told) await compareAll(client, work, fact)
    const askedBy = referredTo[fact.table]
    if (askedBy === 'always' || askedBy?.some(mayBeTold)) await makeKnown(client, work, fact, told)
    // Of what the files have nothing of, nothing is added, changed or gone.
    if (!told) continue
    const { live, ...found } = await countActions(client, work, fact)
    if (Object.values(found).some(Boolean)) counts[fact.table] = found
    const question = withdrawalQuestion(fact.table, { ...found, live })
    if (question) questions.push(question)
  }
  return { counts, questions }
}
