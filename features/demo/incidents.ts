import type { EnrolledDay } from './absences.ts'
import type { Random } from './random.ts'

export type Incident = EnrolledDay & { behavior: string; action: string; actionDays?: number; suspended: string[] }

const behaviors = [
  ['schoolViolation', 46],
  ['codeOfConduct', 42],
  ['other', 10],
  ['stateOffense', 2],
] as const

const actions = [
  ['none', 34],
  ['removalFromClassroom', 28],
  ['inSchoolSuspension', 14],
  ['outOfSchoolSuspension', 12],
  ['communityService', 4],
  ['other', 8],
] as const

const incidentOn = (days: readonly EnrolledDay[], i: number, random: Random): Incident => {
  const behavior = random.pickWeighted(behaviors)
  const action = behavior === 'stateOffense' ? 'outOfSchoolSuspension' : random.pickWeighted(actions)
  const away = days.slice(i + 1, i + 1 + random.pick([1, 1, 2, 3])).map((day) => day.date)
  if (action === 'inSchoolSuspension') return { ...days[i]!, behavior, action, actionDays: 1, suspended: [] }
  if (action !== 'outOfSchoolSuspension') return { ...days[i]!, behavior, action, suspended: [] }
  return { ...days[i]!, behavior, action, actionDays: away.length, suspended: away }
}

const mildly = (day: EnrolledDay, random: Random): Incident => ({
  ...day,
  behavior: random.pick(['schoolViolation', 'codeOfConduct']),
  action: random.pick(['none', 'removalFromClassroom']),
  suspended: [],
})

/** The incidents of one student, each on another day. The cast's are mild: a suspension would change the days they miss. */
export const incidentsOf = (days: readonly EnrolledDay[], count: number, mild: boolean, random: Random): Incident[] => {
  const chosen = new Set<number>()
  while (chosen.size < Math.min(count, days.length)) chosen.add(random.below(days.length))
  return [...chosen].map((i) => (mild ? mildly(days[i]!, random) : incidentOn(days, i, random)))
}

/** Some incidents have another student in them. */
export const otherPart = (random: Random) =>
  random.pickWeighted([
    ['', 70],
    ['victim', 16],
    ['witness', 10],
    ['reporter', 4],
  ])
