import type { OwnerTx } from '#platform/owner.ts'
import * as query from './queries.ts'

/**
 * Destroys everything about these students: every row in every table that names a student, rows that hang on those, and adults who are
 * known through these students alone. What remains is that a record was destroyed, when and by whose decision. The undo of the last import
 * and the problems of files go too, because they repeat rows. A record that is held by now stays, whoever asks. Returns the rows that went,
 * by table, and whose records were kept.
 */
export async function destroyStudents(tx: OwnerTx, community: string, asked: string[], decidedBy: string) {
  const gone: Record<string, number> = {}
  await tx(query.lockStudents(community, asked))
  const held = (await tx(query.listHeld(community, asked))).map(({ id }) => id)
  const students = asked.filter((id) => !held.includes(id))
  if (students.length === 0) return { gone, held }
  const count = async (table: string, statement: Parameters<typeof tx<{ count: number }>>[0]) => {
    const [row] = await tx(statement)
    if (row!.count > 0) gone[table] = (gone[table] ?? 0) + row!.count
    return row!.count
  }
  await tx(query.deferChecks())
  const persons = (await tx(query.listPersonsOf(community, students))).map(({ id }) => id)
  for (const { name } of await tx(query.listStudentTables()))
    await count(name, query.deleteOfStudents(name, 'student_id', community, students))
  await count('student', query.deleteOfStudents('student', 'id', community, students))
  const references = await tx(query.listReferences())
  await sweep(references, Object.keys(gone), (reference) =>
    count(reference.child, query.deleteOrphans(reference, community)),
  )
  const toPersons = references.filter(({ parent }) => parent === 'person')
  await count('person', query.deletePersons(community, persons, toPersons))
  if ((await count('identity_merge', query.deleteMerges(community))) > 0)
    await sweep(references, ['identity_merge'], (reference) =>
      count(reference.child, query.deleteOrphans(reference, community)),
    )
  await count('identity_merge_row', query.deleteMergeRows(community, students))
  await count('account_person', query.unlinkPersons(community))
  await count('import', query.forgetImports(community))
  await tx(query.recordDestruction(community, students, decidedBy))
  return { gone, held }
}

/** Follows references from the tables that lost rows, and from those that lose rows thereby, until nothing more goes. */
async function sweep(
  references: query.Reference[],
  changed: string[],
  deleteOrphans: (reference: query.Reference) => Promise<number>,
) {
  let parents = new Set(changed)
  while (parents.size > 0) {
    const next = new Set<string>()
    for (const reference of references.filter(({ parent }) => parents.has(parent)))
      if ((await deleteOrphans(reference)) > 0) next.add(reference.child)
    parents = next
  }
}
