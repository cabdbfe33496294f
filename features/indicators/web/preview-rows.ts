import type { Preview, SchoolTally } from '../contract.ts'
import { indicators, type Indicator } from '../preset-rules.ts'

export type Figure = { now: number; then: number }
export type PreviewFigures = Record<'caution' | 'concern' | 'unknown', Figure> & { looked: Figure }
export type PreviewRow = {
  schoolName: string | null
  students: number
  flagged: Figure
  indicators: Record<Indicator, PreviewFigures>
}

const kinds = ['looked', 'caution', 'concern', 'unknown'] as const

const figuresOf = (now: SchoolTally | undefined, then: SchoolTally | undefined) =>
  Object.fromEntries(
    indicators.map((indicator) => [
      indicator,
      Object.fromEntries(
        kinds.map((kind) => [
          kind,
          { now: now?.indicators[indicator]?.[kind] ?? 0, then: then?.indicators[indicator]?.[kind] ?? 0 },
        ]),
      ),
    ]),
  ) as PreviewRow['indicators']

/** School by school, what the rules would come to beside what the present ones come to. */
export const previewRows = ({ proposed, present }: Preview): PreviewRow[] =>
  proposed.map((then) => {
    const now = present.find(({ schoolId }) => schoolId === then.schoolId)
    return {
      schoolName: then.schoolName,
      students: then.students,
      flagged: { now: now?.flagged ?? 0, then: then.flagged },
      indicators: figuresOf(now, then),
    }
  })

const sum = (figures: Figure[]): Figure => ({
  now: figures.reduce((total, { now }) => total + now, 0),
  then: figures.reduce((total, { then }) => total + then, 0),
})

/** All schools together: a student is of one school, so nobody is counted twice. */
export const totalOf = (rows: readonly PreviewRow[]): PreviewRow => ({
  schoolName: null,
  students: rows.reduce((total, { students }) => total + students, 0),
  flagged: sum(rows.map((row) => row.flagged)),
  indicators: Object.fromEntries(
    indicators.map((indicator) => [
      indicator,
      Object.fromEntries(kinds.map((kind) => [kind, sum(rows.map((row) => row.indicators[indicator][kind]))])),
    ]),
  ) as PreviewRow['indicators'],
})
