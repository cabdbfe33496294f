import { sql } from '#platform/database.ts'
import type { YearLine, YearTurn } from './contract.ts'

export const rehearseYear = (toYear: string) => sql<YearLine>`
  select what, does_change as "doesChange", school_name as "schoolName", student_id as "studentId", name, detail, on_day as "on"
  from access.rehearse_year(${toYear})`
export const listYearTurns = () => sql<YearTurn>`
  select id, to_year as "toYear", ended_on as "endedOn", applied_at as "appliedAt", by_name as "byName", rows from access.list_year_turns()`
export const turnYear = (toYear: string) => sql<{ id: string }>`select act.turn_year(${toYear}) as id`
export const turnYearBack = (id: string) => sql`select act.turn_year_back(${id})`
