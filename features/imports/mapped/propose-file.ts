import { guessKinds, keyOf, markColumns, type Assigned, type KindGuess } from './assign.ts'
import { dayOrderOf } from './days.ts'
import { fields } from './fields.ts'
import type { Column } from './fit.ts'
import { withoutCommonEnding } from './header-words.ts'
import { isBlankWord } from './cells.ts'
import type { Seen } from './look.ts'
import {
  aboutBelow,
  aboutColumn,
  aboutConstant,
  aboutDays,
  aboutKind,
  aboutValue,
  missingFields,
  type FileMapping,
} from './mapping.ts'
import { isCoded, meaningFor } from './meanings.ts'
import { reason, type Reason } from './reasons.ts'

export type ProposedFile = { mapping: FileMapping; reasons: Reason[] }

export function columnsOf(seen: Seen): Column[] {
  const names = withoutCommonEnding(seen.headers)
  return seen.headers.map((header, i) => ({
    header,
    name: names[i]!,
    values: seen.distinct.get(header)!,
    rows: seen.rows,
  }))
}

const sure = 0.85
const total = /^(absences|failures|tardies|days absent|total|incidents|suspensions)\b/i
const part = /(scale score|raw score|score|percentile)$|^(eng|mth|rdg|sci|ela|math|reading|writing|science)$/i

/** For columns of days how they are written, and for columns of codes what each value usually means. */
function readingOf({ header, values }: Column, field: string) {
  const filled = [...values.keys()].filter((value) => !isBlankWord(value))
  if (fields[field]?.shape === 'day') {
    const found = dayOrderOf(filled.slice(0, 1000))
    if (!found) return { days: 'iso', reasons: [] }
    const code = found.isSure ? 'days' : found.order === 'mmyyyy' ? 'daysMonthOnly' : 'daysEitherWay'
    return { days: found.order, reasons: [reason(aboutDays(header), code, found.isSure, { order: found.order })] }
  }
  if (!isCoded(field) || filled.length > 60) return { reasons: [] }
  const words = filled.sort().map((value) => [value, meaningFor(field, value) ?? ''] as const)
  const unknown = words.filter(([, word]) => word === '')
  return {
    values: Object.fromEntries(words),
    reasons: unknown.map(([value]) => reason(aboutValue(header, value), 'valueUnknown', false, { value })),
  }
}

function useColumn(mapping: FileMapping, { field, column, score, isByName }: Assigned): Reason[] {
  const { header } = column
  mapping.columns[header] = field
  const { days, values, reasons } = readingOf(column, field)
  if (days) mapping.days[header] = days
  if (values) mapping.values[header] = values
  const why = reason(aboutColumn(header), isByName ? 'name' : score < 0.58 ? 'values' : 'nameLike', score >= sure, {
    header,
    field,
  })
  return [why, ...reasons]
}

function useMarks(mapping: FileMapping, columns: readonly Column[]): Reason[] {
  const marks = markColumns(columns).filter(({ header }) => !Object.hasOwn(mapping.columns, header))
  const best = Math.max(0, ...marks.flatMap(({ values }) => [...values.keys()].map(Number)))
  if (best > 0 && best <= 20) mapping.constants.bestMark = '20'
  return [
    ...marks.map(({ header }) => {
      mapping.columns[header] = `mark:${header}`
      return reason(aboutColumn(header), 'name', true, { header, field: 'mark' })
    }),
    ...(mapping.constants.bestMark
      ? [reason(aboutConstant('bestMark'), 'bestMark', false, { best: String(best) })]
      : []),
  ]
}

/** Cells that were merged leave blanks below the first: the value holds for the rows beneath it. */
function usesBelow(seen: Seen, { column: { header, values }, field }: Assigned) {
  const filled = [...values.values()].reduce((sum, count) => sum + count, 0)
  const first = seen.samples[0]?.[seen.headers.indexOf(header)]
  const isOfGroup = ['schoolName', 'schoolId', 'classId', 'courseTitle', 'gradeLevel', 'termTitle', 'subject'].includes(
    field,
  )
  return isOfGroup && Boolean(first) && seen.rows > 3 && filled <= seen.rows * 0.6 && values.size === filled
}

function unusedReason(column: Column, kind: string): Reason {
  const about = aboutColumn(column.header)
  if ([...column.values.keys()].every(isBlankWord)) return reason(about, 'unusedEmpty')
  if (total.test(column.name)) return reason(about, 'unusedTotal')
  if (kind === 'assessments' && part.test(column.name)) return reason(about, 'unusedPart')
  return reason(about, 'unused')
}

const nothing = (seen: Seen): FileMapping => ({
  file: seen.file,
  headers: seen.headers,
  holds: 'nothing',
  columns: {},
  days: {},
  values: {},
  constants: {},
  below: [],
  isWhole: false,
  unsure: [],
})

function kindReason([best, next]: KindGuess[]): Reason {
  const isSure = best!.missing.length === 0 && best!.score - next!.score >= 0.15
  return reason(aboutKind, isSure ? 'kind' : 'kindUnsure', isSure, { kind: best!.kind })
}

/** What a file by itself seems to hold, column by column, each with its reason. Ids of other files are looked at afterwards. */
export function proposeFile(seen: Seen): ProposedFile {
  const columns = columnsOf(seen)
  const guesses = guessKinds(seen.file, columns)
  const mapping = nothing(seen)
  const [best] = guesses
  if (!best || best.score < 0.1 || seen.rows === 0) return { mapping, reasons: [reason(aboutKind, 'kindNone', false)] }
  mapping.holds = best.kind
  const reasons = [kindReason(guesses), ...best.assigned.flatMap((assigned) => useColumn(mapping, assigned))]
  if (best.kind === 'grades') reasons.push(...useMarks(mapping, columns))
  mapping.below = best.assigned.filter((each) => usesBelow(seen, each)).map(({ column }) => column.header)
  reasons.push(...mapping.below.map((header) => reason(aboutBelow(header), 'below', false, { header })))
  const unused = columns.filter(({ header }) => !Object.hasOwn(mapping.columns, header))
  reasons.push(...unused.map((column) => unusedReason(column, best.kind)))
  for (const field of missingFields(mapping)) if (field !== keyOf[best.kind]) mapping.constants[field] ??= ''
  return { mapping, reasons }
}
