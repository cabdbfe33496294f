import { fitOf, type Column } from './fit.ts'
import { likeness } from './header-words.ts'
import { stemOf } from './header-row.ts'
import { rowKindNames, rowKinds } from './row-kinds.ts'

export type Assigned = { field: string; column: Column; score: number; isByName: boolean }
export type KindGuess = { kind: string; score: number; assigned: Assigned[]; missing: string[] }

/** The field that tells one row of a kind from another, and so differs in every row. */
export const keyOf: Readonly<Record<string, string>> = {
  schools: 'schoolId',
  terms: 'termId',
  courses: 'courseId',
  classes: 'classId',
  students: 'studentId',
  staff: 'personId',
  people: 'personId',
  demographics: 'studentId',
}

const threshold = 0.55
const mark = /^(g|q|t|s|mp|p|quarter|term|semester|trimester|periodo)[ _-]?\d$/i

/** Columns of marks side by side, one for each term: G1, G2, G3. */
export const markColumns = (columns: readonly Column[]): Column[] =>
  columns.filter(
    ({ header, values }) =>
      mark.test(header) && values.size > 0 && [...values.keys()].every((value) => /^\d+([.,]\d+)?$/.test(value)),
  )

/** Columns to fields, one to one: the best pairs first; the order of the columns decides nothing. */
export function assign(kind: string, columns: readonly Column[]): Assigned[] {
  const pairs = rowKinds[kind]!.fields.filter((field) => field !== rowKinds[kind]!.repeated && field !== 'bestMark')
    .flatMap((field, rank) =>
      columns.map((column) => ({ field, column, rank, ...fitOf(field, column, keyOf[kind] === field) })),
    )
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score || a.rank - b.rank || (a.column.header < b.column.header ? -1 : 1))
  const taken = new Set<unknown>()
  return pairs.filter(({ field, column }) => {
    if (taken.has(field) || taken.has(column)) return false
    taken.add(field).add(column)
    return true
  })
}

const nameOf = (file: string) => stemOf(file).split(' › ').at(-1)!

/** What a person can say for a whole file, where no column does. */
const sayable = new Set([
  'role',
  'assessment',
  'takenOn',
  'courseTitle',
  'termEndsOn',
  'gradeType',
  'termKind',
  'dayType',
])
const scoreNamed = ({ field, column, isByName }: Assigned) =>
  field === 'score' && isByName && !/^(score|puntaje)$/i.test(column.name)

/** A kind is likely as far as its needed fields are found; what nobody can add by hand weighs most. */
function guess(kind: string, file: string, columns: readonly Column[]): KindGuess {
  const assigned = assign(kind, columns)
  const marks = rowKinds[kind]!.repeated === 'mark' ? Math.min(markColumns(columns).length, 2) : 0
  const has = (field: string) => assigned.some((each) => each.field === field) || (field === 'mark' && marks > 0)
  const groups = rowKinds[kind]!.needed.map((group) => group.split('/'))
  const missing = groups.filter((group) => !group.some(has)).map(([field]) => field!)
  const found = assigned.reduce(
    (sum, { field, score }) => sum + score * (groups.some((group) => group.includes(field)) ? 1 : 0.4),
    0,
  )
  const lacking = missing.reduce((sum, field) => sum + (sayable.has(field) ? 0.4 : 1.2), 0)
  const byName = likeness(nameOf(file), rowKinds[kind]!.files)
  const signs = marks * 0.4 + (assigned.some(scoreNamed) ? 0.6 : 0) + (byName > 0.6 ? byName * 0.8 : 0)
  return { kind, score: (found + marks) / (groups.length + 1) - lacking / groups.length + signs, assigned, missing }
}

/** What the rows of a file could be, the likeliest first. */
export const guessKinds = (file: string, columns: readonly Column[]): KindGuess[] =>
  rowKindNames.map((kind) => guess(kind, file, columns)).sort((a, b) => b.score - a.score)
