import type { DemoFile } from './csv.ts'
import { oneRosterFiles } from './one-roster.ts'
import { ownFiles } from './own-files.ts'
import { buildTown } from './town.ts'

export type DemoRequest = {
  /** Today in the community's time zone, as YYYY-MM-DD; nothing is dated later but terms. */
  today: string
  seed?: number
  /** All students, cast included. The cast and two dozen classmates are there at 0 as well. */
  students?: number
  /** At least the three schools of the cast. */
  schools?: number
}

/**
 * The demo community as import files: a OneRoster 1.1 bulk set and our own five CSVs, for the school year up to today.
 * The same request makes the same bytes.
 */
export const generateDemo = ({ today, seed = 1, students = 1200, schools = 3 }: DemoRequest): DemoFile[] => {
  const town = buildTown(seed, students, schools, today)
  return [...oneRosterFiles(town), ...ownFiles(town)]
}
