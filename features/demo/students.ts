import { keyed } from './keyed.ts'
import type { PersonKey } from './people.ts'
import type { SchoolKey } from './places.ts'
import type { Subject } from './courses.ts'

/** What the files say about a named student, whatever the seed. */
export type Facts = {
  /** Share of the enrolled days that was missed. */
  missed: number
  /** The missed days are made of mornings: half a day each. */
  halfDays?: boolean
  incidents: number
  /** The numeric grade in every course that `marks` does not name. */
  usualGrade: number
  marks?: Partial<Record<Subject, number>>
  /** Enrolled only so many school days before today. */
  arrivedSchoolDaysAgo?: number
  /** Began the year in the last grade of this school, and moved up in the middle of it. */
  movedFrom?: SchoolKey
  /** Has done what a senior can do by now: the aid form, applications, a test, a college course. */
  collegeBound?: boolean
}

export type CastStudent = {
  sourcedId: string
  name: { given: string; family: string }
  sex: 'female' | 'male'
  school: SchoolKey
  grade: string
  /** The age on the first of September of the school year. */
  age: number
  guardians: readonly PersonKey[]
  language: string
  about: string
  facts: Facts
}

/** The students whom tests, the demo and the pictures call by name. All of them are invented. */
export const students = keyed<CastStudent>()({
  amara: {
    sourcedId: '000101',
    name: { given: 'Amara', family: 'Okafor' },
    sex: 'female',
    school: 'lincoln',
    grade: '07',
    age: 12,
    guardians: ['ngozi'],
    language: 'en',
    about: 'Likes fixing bikes; misses about one day in seven and has a D in mathematics.',
    facts: { missed: 0.148, incidents: 0, usualGrade: 78, marks: { mathematics: 64 } },
  },
  ben: {
    sourcedId: '000102',
    name: { given: 'Ben', family: 'Torres' },
    sex: 'male',
    school: 'lincoln',
    grade: '07',
    age: 12,
    guardians: ['hector'],
    language: 'es',
    about: 'Plays the trumpet; doing well on every count.',
    facts: { missed: 0.02, incidents: 0, usualGrade: 86 },
  },
  chidi: {
    sourcedId: '000103',
    name: { given: 'Chidi', family: 'Nwosu' },
    sex: 'male',
    school: 'lincoln',
    grade: '08',
    age: 13,
    guardians: [],
    language: 'en',
    about: 'Draws comics; four incidents this year, and no guardian on file.',
    facts: { missed: 0.03, incidents: 4, usualGrade: 75 },
  },
  sofia: {
    sourcedId: '000104',
    name: { given: 'Sofía', family: 'Ramírez' },
    sex: 'female',
    school: 'tubman',
    grade: '04',
    age: 9,
    guardians: ['lucia'],
    language: 'es',
    about: 'Reads to her grandmother; her absences have begun to add up.',
    facts: { missed: 0.065, incidents: 0, usualGrade: 84 },
  },
  mateo: {
    sourcedId: '000105',
    name: { given: 'Mateo', family: 'Ramírez' },
    sex: 'male',
    school: 'lincoln',
    grade: '06',
    age: 11,
    guardians: ['lucia'],
    language: 'es',
    about: 'Sofía’s brother; has not missed a day.',
    facts: { missed: 0, incidents: 0, usualGrade: 91 },
  },
  jonah: {
    sourcedId: '000106',
    name: { given: 'Jonah', family: 'Feld' },
    sex: 'male',
    school: 'lincoln',
    grade: '07',
    age: 12,
    guardians: ['karen', 'david'],
    language: 'en',
    about: 'Builds model bridges; failing English, with two homes that do not share a calendar.',
    facts: { missed: 0.04, incidents: 1, usualGrade: 73, marks: { english: 55 } },
  },
  zoe: {
    sourcedId: '000107',
    name: { given: 'Zoë', family: 'Brandt' },
    sex: 'female',
    school: 'grant',
    grade: '09',
    age: 14,
    guardians: ['ilse'],
    language: 'de',
    about: 'Swims; misses mornings, half a day at a time.',
    facts: { missed: 0.06, halfDays: true, incidents: 0, usualGrade: 82 },
  },
  leila: {
    sourcedId: '000108',
    name: { given: 'Leila', family: 'Farouk' },
    sex: 'female',
    school: 'grant',
    grade: '12',
    age: 18,
    guardians: [],
    language: 'ar',
    about: 'Eighteen; wants to study nursing and fills in her own forms.',
    facts: { missed: 0.01, incidents: 0, usualGrade: 93, collegeBound: true },
  },
  theo: {
    sourcedId: '000109',
    name: { given: 'Theo', family: 'Marsh' },
    sex: 'male',
    school: 'grant',
    grade: '09',
    age: 15,
    guardians: [],
    language: 'en',
    about: 'Began the year at Lincoln repeating grade 8 and moved up to Grant.',
    facts: { missed: 0.08, incidents: 1, usualGrade: 71, movedFrom: 'lincoln' },
  },
  wen: {
    sourcedId: '000110',
    name: { given: 'Wen', family: 'Li' },
    sex: 'female',
    school: 'lincoln',
    grade: '06',
    age: 11,
    guardians: [],
    language: 'zh',
    about: 'Arrived six school days ago: too few days for any flag.',
    facts: { missed: 0.17, incidents: 0, usualGrade: 88, arrivedSchoolDaysAgo: 6 },
  },
})

export type StudentKey = keyof typeof students
