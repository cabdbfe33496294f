import { Problem } from '#platform/problems.ts'
import type { Schedule } from './schedule-contract.ts'
import { readRule } from './repeating-rule.ts'

const wrong = (code: string, sentence: string) => new Problem(400, code, sentence)

/** Refuses hours that cannot be: a rule nobody can read, an end before its beginning, or nothing said at all. */
export function checkSchedules(schedules: readonly Schedule[] | undefined): void {
  for (const { rrule, startsAt, endsAt, validFrom, validTo, description } of schedules ?? []) {
    if (rrule === null && !description.trim())
      throw wrong('schedule_empty', 'Choose at least one day of the week, or say in words when it takes place.')
    if (rrule !== null && !readRule(rrule))
      throw wrong('schedule_rule', 'The rule for the days cannot be read. Choose the days again.')
    if (startsAt && endsAt && startsAt >= endsAt)
      throw wrong('schedule_times', 'It ends before it begins. Change one of the two times.')
    if (validFrom && validTo && validFrom > validTo)
      throw wrong('schedule_days', 'The last day is before the first one. Change one of the two days.')
  }
}
