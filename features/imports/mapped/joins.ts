import { keyOf } from './assign.ts'
import type { Seen } from './look.ts'
import { aboutColumn, aboutConstant, type FileMapping } from './mapping.ts'
import { reason, type Reason } from './reasons.ts'
import type { ProposedFile } from './propose-file.ts'

type One = ProposedFile & { seen: Seen }

/** Which kinds of rows a field may point to. */
const targets: Readonly<Record<string, readonly string[]>> = {
  studentId: ['students', 'people'],
  personId: ['students', 'staff', 'people'],
  contactId: ['people'],
  classId: ['classes'],
  schoolId: ['schools'],
  courseId: ['courses'],
  termId: ['terms'],
}
const enough = 0.95

const headerOf = ({ columns }: FileMapping, field: string) =>
  Object.keys(columns).find((header) => columns[header] === field)

/** How much of the values of one column stand in another. */
function shareIn(values: ReadonlyMap<string, number> | undefined, other: ReadonlyMap<string, number> | undefined) {
  if (!values?.size || !other?.size) return 0
  let found = 0
  for (const value of values.keys()) if (other.has(value)) found++
  return found / values.size
}

const isUnique = (seen: Seen, header: string) => seen.distinct.get(header)?.size === seen.rows

/** The column of a file that holds the ids which others point to: the key by its name, or another that is different in every row. */
function keyThatFits(target: One, values: ReadonlyMap<string, number>): { header: string; share: number } | undefined {
  const key = keyOf[target.mapping.holds]!
  const named = headerOf(target.mapping, key)
  const candidates = [
    ...new Set([
      ...(named ? [named] : []),
      ...target.mapping.headers.filter((header) => isUnique(target.seen, header)),
    ]),
  ]
  return candidates
    .map((header) => ({ header, share: shareIn(values, target.seen.distinct.get(header)) }))
    .filter(({ share }) => share >= enough)
    .sort(
      (a, b) =>
        Number(b.header === named) - Number(a.header === named) || b.share - a.share || (a.header < b.header ? -1 : 1),
    )[0]
}

function useKey({ mapping, reasons }: One, header: string, by: string) {
  const key = keyOf[mapping.holds]!
  const before = headerOf(mapping, key)
  if (before === header) return
  if (before) delete mapping.columns[before]
  mapping.columns[header] = key
  const about = [aboutColumn(header), before && aboutColumn(before)]
  const left = reasons.filter((each) => !about.includes(each.about))
  reasons.splice(0, reasons.length, ...left, reason(aboutColumn(header), 'refersTo', true, { file: by, field: key }))
  if (before) reasons.push(reason(aboutColumn(before), 'unusedTaken', true, { header }))
}

/** The role of the rows of a class enrollment file without one: that of the file whose ids it holds. */
function useRole({ mapping, reasons }: One, target: One) {
  const role = { students: 'student', staff: 'teacher' }[target.mapping.holds]
  if (mapping.holds !== 'classEnrollments' || !role || headerOf(mapping, 'role')) return
  mapping.constants.role = role
  reasons.push(reason(aboutConstant('role'), 'roleByFile', true, { file: target.mapping.file, role }))
}

function join(one: One, field: string, all: readonly One[]) {
  const header = headerOf(one.mapping, field)!
  const others = all.filter((other) => other !== one && targets[field]!.includes(other.mapping.holds))
  const found = others
    .map((target) => ({ target, key: keyThatFits(target, one.seen.distinct.get(header)!) }))
    .filter(({ key }) => key !== undefined)
    .sort((a, b) => b.key!.share - a.key!.share)[0]
  if (!found) {
    if (others.length === 0 && (field === 'courseId' || field === 'termId')) leaveOut(one, header)
    return
  }
  useKey(found.target, found.key!.header, one.mapping.file)
  useRole(one, found.target)
  const about = aboutColumn(header)
  const isKindUnsure = one.reasons.findIndex((each) => each.about === about)
  const why = reason(about, 'refersTo', true, { file: found.target.mapping.file, field })
  if (isKindUnsure >= 0) one.reasons.splice(isKindUnsure, 1, why)
}

function leaveOut({ mapping, reasons }: One, header: string) {
  delete mapping.columns[header]
  const at = reasons.findIndex((each) => each.about === aboutColumn(header))
  reasons.splice(at, 1, reason(aboutColumn(header), 'unused'))
}

/** Looks at which ids of one file stand in another, and settles keys, references and roles by it. */
export function joinFiles(all: readonly One[]): void {
  for (const one of all)
    for (const field of [...new Set(Object.values(one.mapping.columns))].sort())
      if (targets[field] && keyOf[one.mapping.holds] !== field) join(one, field, all)
}

export const notSure = (reasons: readonly Reason[]): string[] =>
  reasons.flatMap(({ about, isSure }) => (isSure ? [] : [about]))
