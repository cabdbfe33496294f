/** What records of other files and other places say about a record: gathered in a first reading, so that order does not matter. */
export type Known = {
  districts: Map<string, string>
  /** The day of each incident, by school and identifier. */
  incidents: Map<string, string>
  incidentsWithStudents: Set<string>
  /** Calendars of staff, of one student or of a plan, whose dates do not say when there was school; '' for one whose type is unknown. */
  calendarKinds: Map<string, string>
  /** The ids that a `ref` stands for, file by file. */
  refs: Map<string, Map<string, string[]>>
}

export const nothingKnown = (): Known => ({
  districts: new Map(),
  incidents: new Map(),
  incidentsWithStudents: new Set(),
  calendarKinds: new Map(),
  refs: new Map(),
})

export const keyOf = (...parts: readonly (string | null)[]) => parts.join('\n')
