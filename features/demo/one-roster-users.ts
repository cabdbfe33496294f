import { csvFile, type Value } from './csv.ts'
import { people, type Role } from './people.ts'
import { district, schools } from './places.ts'
import type { Guardian, Student } from './student.ts'
import type { Teacher } from './sections.ts'
import type { Town } from './town.ts'

type Row = Record<string, Value | undefined>

const columns =
  'sourcedId status dateLastModified enabledUser orgSourcedIds role username userIds givenName familyName middleName identifier email sms phone agentSourcedIds grades password metadata.language'.split(
    ' ',
  )

const ids = (list: readonly { sourcedId: string }[]) => list.map((each) => each.sourcedId).join(',')

const studentRow = (student: Student): Row => {
  const { school, until } = student.stays.at(-1)!
  return {
    sourcedId: student.sourcedId,
    enabledUser: until === '',
    orgSourcedIds: school.sourcedId,
    role: 'student',
    username: student.sourcedId,
    userIds: `{SIS:${student.sourcedId}}`,
    givenName: student.given,
    familyName: student.family,
    identifier: student.sourcedId,
    agentSourcedIds: ids(student.guardians),
    grades: student.grade,
    'metadata.language': student.language,
  }
}

const guardianRow = (guardian: Guardian): Row => ({
  sourcedId: guardian.sourcedId,
  enabledUser: true,
  orgSourcedIds: [...new Set(guardian.children.map((child) => child.stays.at(-1)!.school.sourcedId))].join(','),
  role: guardian.relation,
  username: guardian.email || guardian.sourcedId,
  givenName: guardian.given,
  familyName: guardian.family,
  email: guardian.email,
  phone: guardian.phone,
  agentSourcedIds: ids(guardian.children),
  'metadata.language': guardian.language,
})

const teacherRow = ({ sourcedId, given, family, email, school }: Teacher): Row => ({
  sourcedId,
  enabledUser: true,
  orgSourcedIds: school.sourcedId,
  role: 'teacher',
  username: email,
  givenName: given,
  familyName: family,
  email,
})

const staffRoles: Partial<Record<Role, string>> = {
  principal: 'administrator',
  data_steward: 'administrator',
  coordinator: 'aide',
  counselor: 'aide',
}

const staffRows = (): Row[] =>
  Object.values(people)
    .filter((person) => staffRoles[person.role])
    .map(({ sourcedId, name, role, at, email }) => ({
      sourcedId,
      enabledUser: true,
      orgSourcedIds: at === 'district' ? district.sourcedId : schools[at as keyof typeof schools].sourcedId,
      role: staffRoles[role],
      username: email,
      givenName: name.given,
      familyName: name.family,
      email,
    }))

/** Students, their guardians, teachers, and the cast's school staff. Guardian and child name each other. */
export const usersFile = ({ students, sections }: Town) => {
  const guardians = new Set(students.flatMap((student) => student.guardians))
  const teachers = new Set(sections.flatMap((section) => section.classes.map((each) => each.teacher)))
  return csvFile('users.csv', columns, [
    ...students.map(studentRow),
    ...[...guardians].map(guardianRow),
    ...[...teachers].map(teacherRow),
    ...staffRows(),
  ])
}
