import { keyOf } from './assign.ts'
import { stemOf } from './header-row.ts'
import { joinFiles, notSure } from './joins.ts'
import type { Seen } from './look.ts'
import { aboutConstant, missingFields, type FileMapping } from './mapping.ts'
import { proposeFile, type ProposedFile } from './propose-file.ts'
import { reason, type Reason } from './reasons.ts'

export type Proposal = { files: FileMapping[]; reasons: Record<string, Reason[]> }

/** Who is in a file of staff, where no column says it. */
function useRoleByName({ mapping, reasons }: ProposedFile) {
  if (mapping.holds !== 'staff' || mapping.constants.role !== '' || !/teacher|maestr/.test(stemOf(mapping.file))) return
  mapping.constants.role = 'teacher'
  reasons.push(reason(aboutConstant('role'), 'roleByName', false, { role: 'teacher' }))
}

/**
 * What each file of a set seems to hold, with a reason for everything. The same files give the same proposal, whatever their order and
 * that of their columns. Nothing of it is used before a person has said yes to what is not sure.
 */
export function propose(files: readonly Seen[]): Proposal {
  const all = [...files].sort((a, b) => (a.file < b.file ? -1 : 1)).map((seen) => ({ seen, ...proposeFile(seen) }))
  joinFiles(all)
  for (const each of all) {
    useRoleByName(each)
    for (const field of missingFields(each.mapping)) {
      if (field !== keyOf[each.mapping.holds]) each.mapping.constants[field] ??= ''
      each.reasons.push(reason(aboutConstant(field), 'missing', true, { field }))
    }
    each.mapping.unsure = notSure(each.reasons)
  }
  return {
    files: all.map(({ mapping }) => mapping),
    reasons: Object.fromEntries(all.map(({ mapping, reasons }) => [mapping.file, reasons])),
  }
}
