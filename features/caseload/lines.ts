import type { Figures, Flag, StudentLine } from './contract.ts'
import { notKnown } from '../indicators/not-known.ts'
import { readRules, type Indicator, type Level } from '../indicators/preset-rules.ts'
import { reasonOf, type FlagFacts } from '../indicators/reason.ts'

/** In which language, and as of which day, reasons are told. */
export type Reader = { locale: 'en' | 'es'; today: string }

export type FlagRow = { indicator: string; level: Level; facts: FlagFacts; raisedAt: string }
export type LineRow = Omit<StudentLine, 'flags' | 'notKnown'> & { flags: FlagRow[] | null } & Partial<Marked>
type Marked = { districtId: string; subjects: string[] }

/** By which rules a district looks, and what of it the reader may see. */
export type DistrictRules = { districtId: string; rules: unknown; hasIncidents: boolean; inSight: Indicator[] }
export type FigureRow = {
  windowFrom: string
  windowTo: string
  computedAt: string
  sourceName: string | null
  fileNames: string[] | null
  importedAt: string | null
}

/** The language of the reasons: Spanish where it is asked for, English otherwise. */
export const localeOf = (header: unknown): Reader['locale'] => (String(header ?? '').startsWith('es') ? 'es' : 'en')

const toFlag = ({ indicator, level, facts, raisedAt }: FlagRow, reader: Reader): Flag => ({
  indicator,
  level,
  reason: reasonOf(facts, reader.locale, reader.today),
  raisedAt,
})

export const toLine = (
  { districtId, subjects, ...row }: LineRow,
  reader: Reader,
  districts: readonly DistrictRules[] = [],
): StudentLine => ({
  ...row,
  flags: (row.flags ?? []).map((flag) => toFlag(flag, reader)),
  notKnown: unknownOf({ ...row, districtId, subjects }, districts),
})

type Looked = Pick<LineRow, 'gradeLevel' | 'daysEnrolled' | 'flags' | 'districtId' | 'subjects'>

/** Of which indicators too little is known; one that raised a flag all the same is known. */
export function unknownOf(
  { districtId, subjects = [], gradeLevel, daysEnrolled, flags }: Looked,
  districts: readonly DistrictRules[],
): Indicator[] {
  const district = districts.find((each) => each.districtId === districtId)
  if (!district) return []
  const { rules, hasIncidents, inSight } = district
  const missing = notKnown(readRules(rules), { gradeLevel, daysEnrolled, subjects, hasIncidents, inSight })
  return missing.filter((each) => !(flags ?? []).some(({ indicator }) => indicator === each))
}

// An import is many files; a number names those that it was read from, by what they are called in OneRoster, Ed-Fi and our own CSV.
const filesOf = {
  attendance: /attendance|calendar/i,
  behavior: /incident|discipline/i,
  courses: /grade|result|transcript/i,
}

function filesAbout(kind: keyof typeof filesOf, names: readonly string[]) {
  const about = names.filter((name) => filesOf[kind].test(name))
  return about.length > 0 ? about : [...names]
}

const originOf = (
  kind: keyof typeof filesOf,
  { windowFrom, windowTo, computedAt, sourceName, fileNames, importedAt }: FigureRow,
) => ({
  windowFrom,
  windowTo,
  computedAt,
  sourceName,
  fileNames: filesAbout(kind, fileNames ?? []),
  importedAt,
})

type FigureRows = readonly [
  attendance: (FigureRow & Omit<Figures['attendance'][number], 'origin'>)[],
  behavior: (FigureRow & Omit<NonNullable<Figures['behavior']>, 'origin'>)[],
  courses: (FigureRow & Omit<Figures['courses'][number], 'origin'>)[],
  flags: FlagRow[],
  preset: NonNullable<Figures['preset']>[],
  student: { gradeLevel: string | null; districtId: string }[],
  districts: DistrictRules[],
]

export function toFigures(
  [attendance, behavior, courses, flags, preset, [student], districts]: FigureRows,
  reader: Reader,
): Figures {
  const withOrigin =
    (kind: keyof typeof filesOf) =>
    <Row extends FigureRow>(row: Row) => ({ ...row, origin: originOf(kind, row) })
  return {
    attendance: attendance.map(withOrigin('attendance')),
    behavior: behavior[0] ? withOrigin('behavior')(behavior[0]) : null,
    courses: courses.map(withOrigin('courses')),
    flags: flags.map((flag) => toFlag(flag, reader)),
    notKnown: student
      ? unknownOf(
          {
            ...student,
            flags,
            daysEnrolled: attendance.reduce((sum, each) => sum + each.daysEnrolled, 0),
            subjects: courses.map(({ subject }) => subject),
          },
          districts,
        )
      : [],
    preset: preset[0] ?? null,
  }
}
