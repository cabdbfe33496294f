import { sql } from '#platform/database.ts'
import type { BulkAct, NewBulkAct } from './contract.ts'

export const findMayWriteNotes = () => sql<{ may: boolean }>`
  select coalesce(cardinality(access.write_schools('notes')), 0) + coalesce(cardinality(access.write_students('notes')), 0) > 0 as may`

export const actForMany = (act: NewBulkAct) => {
  if (act.kind === 'assign')
    return sql<BulkAct>`select bulk as id, changed from act.assign_many(${act.students}::uuid[], ${act.coordinator})`
  if (act.kind === 'remind')
    return sql<BulkAct>`select bulk as id, changed from act.remind_many(${act.students}::uuid[], ${act.on}::date, ${act.body})`
  const { body, kind, happenedOn } = act.note
  return sql<BulkAct>`select bulk as id, changed from act.note_many(${act.students}::uuid[], ${body}, ${kind}, ${happenedOn}::date)`
}

export const undoForMany = (id: string) => sql<{ students: number }>`select act.undo_bulk(${id}) as students`
