import { elementaryGrades, highGrades, middleGrades, schools, type School } from './places.ts'

const names = 'Cedar Prairie Willow Summit Orchard Meadow Juniper Larkspur Quarry Heron Foundry Lantern'.split(' ')
const levels = [
  ['Elementary', elementaryGrades],
  ['Middle School', middleGrades],
  ['High School', highGrades],
] as const

/** The three schools of the cast, and invented ones up to the number asked for. */
export const schoolsFor = (count: number): School[] => {
  const more = Array.from({ length: Math.max(0, count - 3) }, (_, i): School => {
    const [level, grades] = levels[i % levels.length]!
    const round = Math.floor(i / names.length)
    const name = `${names[i % names.length]}${round > 0 ? ` ${round + 1}` : ''} ${level}`
    return { sourcedId: String(704 + i).padStart(4, '0'), name, grades }
  })
  return [...Object.values(schools), ...more]
}
