import { people, type PersonKey } from './people.ts'
import { schools } from './places.ts'
import type { SchoolYear } from './school-year.ts'
import { moves, staysFrom, type Stay } from './stays.ts'
import { birthDateFor, phoneNumber, type Guardian, type Student } from './student.ts'
import { students, type CastStudent } from './students.ts'

const guardianFrom = (key: PersonKey): Guardian => {
  const { name, email = '', language = 'en', sourcedId = '' } = people[key]
  const relation = key === 'lucia' || key === 'ilse' ? 'guardian' : 'parent'
  return { ...name, sourcedId, relation, email, language, phone: phoneNumber(Number(sourcedId.slice(1))), children: [] }
}

const staysOf = ({ school, grade, facts }: CastStudent, start: string, schoolDays: readonly string[]): Stay[] => {
  const place = { school: schools[school], grade }
  if (facts.arrivedSchoolDaysAgo) return staysFrom(place, schoolDays.at(-facts.arrivedSchoolDaysAgo)!)
  if (!facts.movedFrom) return staysFrom(place, start)
  const before = schools[facts.movedFrom]
  const middle = schoolDays[Math.floor(schoolDays.length * 0.4)]!
  return moves({ school: before, grade: before.grades.at(-1)! }, place, start, middle)
}

/** The named students, with brothers and sisters sharing their guardian. `schoolDays` are those up to today. */
export const castRoster = (year: SchoolYear, schoolDays: readonly string[]): Student[] => {
  const guardians = new Map<PersonKey, Guardian>()
  const guardianOf = (key: PersonKey) => guardians.get(key) ?? guardians.set(key, guardianFrom(key)).get(key)!
  return Object.values(students).map((named, i) => {
    const { sourcedId, name, sex, grade, language, facts } = named
    const student: Student = {
      ...name,
      ...{ sourcedId, sex, grade, language, facts },
      birthDate: birthDateFor(named.age, year.endsIn, 1 + ((i * 5) % 8), 3 + i * 2),
      guardians: named.guardians.map(guardianOf),
      stays: staysOf(named, year.start, schoolDays),
    }
    for (const guardian of student.guardians) guardian.children.push(student)
    return student
  })
}
