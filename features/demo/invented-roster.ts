import { adopt, chooseFamily, type Family } from './families.ts'
import { elementaryGrades, highGrades, middleGrades, schools as named, type School } from './places.ts'
import { randomFor, type Random } from './random.ts'
import type { SchoolYear } from './school-year.ts'
import { leaves, moves, staysFrom, type Place, type Stay } from './stays.ts'
import { birthDateFor, type Student } from './student.ts'
import { students as cast } from './students.ts'

const allGrades = [...elementaryGrades, ...middleGrades, ...highGrades]

/** The fewest classmates that make the cast's classes feel like classes. */
const classmates = '07 07 07 07 07 07 07 07 07 07 06 06 06 06 08 08 08 04 04 04 09 09 12 12'.split(' ')
export const fewestInvented = classmates.length

const castNames = new Set(Object.values(cast).map(({ name }) => `${name.given} ${name.family}`))

const gradeOf = (i: number) => classmates[i] ?? allGrades[i % allGrades.length]!

const placeOf = (i: number, schools: readonly School[]): Place => {
  const grade = gradeOf(i)
  const withGrade = schools.filter((school) => school.grades.includes(grade))
  const home = Object.values(named).find((school) => school.grades.includes(grade))!
  return { grade, school: i < fewestInvented ? home : withGrade[Math.floor(i / allGrades.length) % withGrade.length]! }
}

/** Where a student may move to: another school of the same grade, else one grade up when that is in another school. */
const elsewhere = ({ school, grade }: Place, schools: readonly School[]): Place | undefined => {
  const next = allGrades[allGrades.indexOf(grade as (typeof allGrades)[number]) + 1]
  const same = schools.find((other) => other !== school && other.grades.includes(grade))
  if (same) return { school: same, grade }
  const upper = schools.find((other) => other !== school && next && other.grades.includes(next))
  return upper && { school: upper, grade: next! }
}

/** Most stay the year; 3% come late, 2% leave, and a few of those who could change schools do. */
const staysOf = (place: Place, schools: readonly School[], start: string, days: readonly string[], random: Random) => {
  const some = (): string => days[Math.floor(days.length * (0.12 + 0.7 * random.next()))]!
  const course = random.next()
  if (course < 0.03) return staysFrom(place, some())
  if (course < 0.05) return leaves(place, start, some())
  const other = elsewhere(place, schools)
  return other && random.chance(0.03) ? moves(place, other, start, some()) : staysFrom(place, start)
}

/** A name that nobody else at home has, and nobody of the cast. */
const nameFor = (family: Family, sex: 'female' | 'male', random: Random): string => {
  const given = random.pick(family.heritage[sex])
  const atHome = [...family.guardians, ...(family.guardians[0]?.children ?? [])].map((each) => each.given)
  const isTaken = atHome.includes(given) || castNames.has(`${given} ${family.name}`)
  return isTaken ? nameFor(family, sex, random) : given
}

const ageIn = (grade: string) => (grade === 'KG' ? 5 : Number(grade) + 5)

const studentNumber = (i: number, year: SchoolYear, family: Family, stays: Stay[], random: Random): Student => {
  const sex = random.chance(0.5) ? 'female' : 'male'
  const grade = stays.at(-1)!.grade
  const age = ageIn(grade) + (random.chance(0.04) ? 1 : 0)
  return {
    sourcedId: String(201 + i).padStart(6, '0'),
    given: nameFor(family, sex, random),
    family: family.name,
    sex,
    birthDate: birthDateFor(age, year.endsIn, 1 + random.below(12), 1 + random.below(28)),
    grade,
    language: family.guardians[0]?.language ?? 'en',
    races: family.races.length > 0 ? family.races : undefined,
    guardians: family.guardians,
    stays,
  }
}

/** So many invented students, spread evenly over the grades, in families of their own. */
export const inventedRoster = (
  count: number,
  schools: readonly School[],
  year: SchoolYear,
  schoolDays: readonly string[],
  seed: number,
): Student[] => {
  const families: Family[] = []
  return Array.from({ length: count }, (_, i) => {
    const random = randomFor(seed, 'student', String(i))
    const stays = staysOf(placeOf(i, schools), schools, year.start, schoolDays, random)
    const family = chooseFamily(families, stays.at(-1)!.grade, random, seed)
    const student = studentNumber(i, year, family, stays, random)
    adopt(family, student)
    return student
  })
}
