import { Refs } from './refs.ts'

/** What records of other files and other places say about a record: gathered in a first reading, so that order does not matter. */
export type Known = {
  districts: Map<string, string>
  /** The day of each incident, by school and identifier. */
  incidents: Map<string, string>
  incidentsWithStudents: Set<string>
  /** Calendars of staff, of one student or of a plan, whose dates do not say when there was school; '' for one whose type is unknown. */
  calendarKinds: Map<string, string>
  /** The names of colleges, by their ids. */
  institutions: Map<string, string>
  /** The title and last day of each grading period. */
  periods: Map<string, { title: string; endsOn: string }>
  courses: Map<string, { title: string; subject: string | null }>
  /** By local code and school: what a course is called there, and which course it is. */
  offerings: Map<string, { title: string | null; course: string | null }>
  refs: Refs
}

export const nothingKnown = (): Known => ({
  districts: new Map(),
  incidents: new Map(),
  incidentsWithStudents: new Set(),
  calendarKinds: new Map(),
  institutions: new Map(),
  periods: new Map(),
  courses: new Map(),
  offerings: new Map(),
  refs: new Refs(),
})

export const keyOf = (...parts: readonly (string | null)[]) => parts.join('\n')
