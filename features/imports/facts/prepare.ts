import type pg from 'pg'
import { checkKind } from '../checks/queries.ts'
import type { RecordKind } from '../records.ts'
import { snake, sqlFile, type Work } from '../staging/names.ts'
import { makeRecords, runSql } from '../staging/queries.ts'
import { withdrawalGuard } from './guards.ts'
import {
  attendanceShare,
  compare,
  countActions,
  countLive,
  findScope,
  findGone,
  makeAliases,
  makeKnown,
  takesBack,
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
/** Records that fill a table together with its own. */
const checkedWith: Partial<Record<RecordKind, RecordKind[]>> = { person: ['contact'] }

/** What the files tell in full, each kind that has days for the days that the files speak of. */
async function scopeByDays(client: pg.PoolClient, work: Work) {
  const scope = await findScope(client, work)
  if (!scope.isUndated) return scope
  await runSql(client, work, sqlFile('facts/dated-scope.sql'))
  return findScope(client, work)
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
  const aliases = new Set<'student' | 'person'>()
  const records = new Map<RecordKind, number>()
  const scope = await scopeByDays(client, work)
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
    if (fact.table === 'person' || fact.table === 'student')
      if (await makeAliases(client, work, fact.table)) aliases.add(fact.table)
    const told = isTold(fact)
    if (told) {
      await compare(client, work, fact, aliases)
      if (scope.kinds.has(snake(fact.kind)) || (await takesBack(client, work, fact))) await findGone(client, work, fact)
    }
    const askedBy = referredTo[fact.table]
    if (askedBy === 'always' || askedBy?.some(mayBeTold)) await makeKnown(client, work, fact, told)
    // Of what the files have nothing of, nothing is added, changed or gone.
    if (!told) continue
    const found = await countActions(client, work, fact)
    if (Object.values(found).some(Boolean)) counts[fact.table] = found
    const live = found.withdrawn < withdrawalGuard.atLeast ? 0 : await countLive(client, work, fact)
    const question = withdrawalQuestion(fact.table, { ...found, live })
    if (question) questions.push(question)
  }
  return { counts, questions }
}
