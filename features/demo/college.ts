import { addDays } from './dates.ts'
import { colleges } from './names.ts'
import type { Random } from './random.ts'
import type { SchoolYear } from './school-year.ts'

export type CollegeEvent = { event: string; date: string; institution?: string; detail?: string }

const applications = (opens: string, bound: boolean, random: Random): CollegeEvent[] => {
  const chosen = bound ? colleges.slice(0, 3) : colleges.filter(() => random.chance(0.45))
  return chosen.flatMap((institution, i) => {
    const date = addDays(opens, 12 + (bound ? i * 9 : random.below(60)))
    const applied: CollegeEvent = { event: 'application', date, institution, detail: 'online, fee waived' }
    const answered: CollegeEvent = { event: 'acceptance', date: addDays(date, 55 + random.below(40)), institution }
    return bound || random.chance(0.65) ? [applied, answered] : [applied]
  })
}

/** Steps toward college of juniors and seniors: the likelier the better their marks; the aid form opens in October. */
export const collegeEventsOf = (
  grade: string,
  usualGrade: number,
  bound: boolean,
  year: SchoolYear,
  today: string,
  random: Random,
): CollegeEvent[] => {
  if (grade !== '11' && grade !== '12') return []
  const likely = (share: number) => bound || random.chance(share * Math.min(1.2, Math.max(0.3, (usualGrade - 50) / 35)))
  const opens = `${year.endsIn - 1}-10-01`
  const events: CollegeEvent[] = []
  if (likely(0.2))
    events.push({
      event: 'earlyCollegeCredit',
      date: addDays(year.start, 9),
      institution: colleges[1],
      detail: 'College Writing',
    })
  if (likely(0.5))
    events.push({ event: 'entranceTest', date: addDays(opens, grade === '12' ? 2 : 170), detail: 'first attempt' })
  if (grade === '12' && likely(0.6))
    events.push({ event: 'fafsaCompleted', date: addDays(opens, bound ? 5 : random.below(150)) })
  if (grade === '12' && likely(0.65)) events.push(...applications(opens, bound, random))
  return events.filter((event) => event.date <= today)
}
