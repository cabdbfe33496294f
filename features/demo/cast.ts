import { people } from './people.ts'
import { community, district, network, organizations, schools } from './places.ts'
import { students } from './students.ts'

/** One small town by name: plain data for tests, the demo and screenshots. */
export const cast = { community, network, district, schools, organizations, people, students } as const

/** "Dana Whitfield" */
export const fullName = ({ name }: { name: { given: string; family: string } }) => `${name.given} ${name.family}`

/** The students of whom this person is a guardian. */
export const childrenOf = (person: keyof typeof people) =>
  Object.values(students).filter((student) => student.guardians.includes(person))
