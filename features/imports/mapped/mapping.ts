import { dayOrders } from './days.ts'
import { fields } from './fields.ts'
import { isCoded, wordsFor } from './meanings.ts'
import { baseOf, rowKinds, wholeRecords } from './row-kinds.ts'

/** What one file holds, and what its columns and values mean. `unsure` names what nobody has said yes to. */
export type FileMapping = {
  file: string
  headers: string[]
  /** A name of row-kinds.ts, or nothing. */
  holds: string
  /** By header, the field that the column is. */
  columns: Record<string, string>
  /** By header, how days are written in it. */
  days: Record<string, string>
  /** By header and value, the word of ours; an empty one says that nothing is known. */
  values: Record<string, Record<string, string>>
  /** What holds for every row, by field; `{row}` in an id stands for the row's number. */
  constants: Record<string, string>
  /** Columns in which a blank cell repeats the one above it, as in merged cells. */
  below: string[]
  /** Whether who or what is missing from the file is gone. */
  isWhole: boolean
  unsure: string[]
}
export type Mapping = { files: FileMapping[] }
export type Fault = {
  file: string
  about: string
  code: 'missing' | 'twice' | 'stray' | 'unsure' | 'day_order' | 'meaning' | 'nothing'
}

export const aboutColumn = (header: string) => `column ${header}`
export const aboutDays = (header: string) => `days ${header}`
export const aboutValue = (header: string, value: string) => `value ${header}=${value}`
export const aboutConstant = (field: string) => `constant ${field}`
export const aboutBelow = (header: string) => `below ${header}`
export const aboutKind = 'holds'

export const isGiven = ({ columns, constants }: FileMapping, field: string) =>
  Object.values(columns).some((each) => baseOf(each) === field) || Boolean(constants[field]?.trim())

/** Groups of needed fields of which none is there, each by its first field. */
export const missingFields = (file: FileMapping): string[] =>
  (rowKinds[file.holds]?.needed ?? []).flatMap((group) =>
    group.split('/').some((field) => isGiven(file, field)) ? [] : [group.split('/')[0]!],
  )

const isOfKind = ({ holds }: FileMapping, field: string) => {
  const kind = rowKinds[holds]!
  return field.includes(':') ? kind.repeated === baseOf(field) : kind.fields.includes(field) && field !== kind.repeated
}

function faultsOfColumns(file: FileMapping): Omit<Fault, 'file'>[] {
  const used = Object.entries(file.columns)
  const isTwice = (field: string) =>
    used.filter(([, each]) => each === field).length > 1 || (field in file.constants && file.constants[field] !== '')
  return used.flatMap(([header, field]): Omit<Fault, 'file'>[] => {
    const about = aboutColumn(header)
    if (!file.headers.includes(header) || !isOfKind(file, field)) return [{ about, code: 'stray' }]
    if (isTwice(field)) return [{ about, code: 'twice' }]
    const isDay = fields[field]?.shape === 'day'
    if (isDay && !(dayOrders as readonly string[]).includes(file.days[header] ?? ''))
      return [{ about: aboutDays(header), code: 'day_order' }]
    if (!isCoded(field)) return []
    return Object.entries(file.values[header] ?? {}).flatMap(([value, word]) =>
      word === '' || wordsFor(field).includes(word)
        ? []
        : [{ about: aboutValue(header, value), code: 'meaning' as const }],
    )
  })
}

/** A student who is in a school must have come on some day: by a column, a given day, or the days of the classes. */
const lacksEntry = (file: FileMapping, all: Mapping) =>
  ['students', 'people'].includes(file.holds) &&
  (isGiven(file, 'schoolId') || isGiven(file, 'schoolName')) &&
  !isGiven(file, 'entryOn') &&
  !all.files.some((other) => ['roles', 'classEnrollments'].includes(other.holds))

function faultsOfFile(file: FileMapping, all: Mapping): Omit<Fault, 'file'>[] {
  if (file.holds === 'nothing') return []
  if (!rowKinds[file.holds]) return [{ about: aboutKind, code: 'stray' }]
  const constants = Object.keys(file.constants).filter((field) => !isOfKind(file, field))
  return [
    ...faultsOfColumns(file),
    ...constants.map((field) => ({ about: aboutConstant(field), code: 'stray' as const })),
    ...[...missingFields(file), ...(lacksEntry(file, all) ? ['entryOn'] : [])].map((field) => ({
      about: aboutConstant(field),
      code: 'missing' as const,
    })),
    ...file.unsure.map((about) => ({ about, code: 'unsure' as const })),
  ]
}

/** Why files cannot be read by this mapping yet; nothing when they can. */
export function faultsOf(mapping: Mapping): Fault[] {
  const found = mapping.files.flatMap((file) =>
    faultsOfFile(file, mapping).map((fault) => ({ file: file.file, ...fault })),
  )
  const isEmpty = mapping.files.every(({ holds }) => holds === 'nothing')
  return isEmpty ? [{ file: '', about: aboutKind, code: 'nothing' }] : found
}

/** The records of which these files are the whole list. */
export const wholeKinds = (mapping: Mapping): string[] => [
  ...new Set(mapping.files.flatMap(({ holds, isWhole }) => (isWhole ? (wholeRecords[holds] ?? []) : []))),
]
