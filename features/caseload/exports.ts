import { Type } from 'typebox'
import type { ExportColumn, ExportedList } from '#platform/exports.ts'
import { problems } from '#platform/problems.ts'
import type { StudentLine } from './contract.ts'
import { toLine, type LineRow } from './lines.ts'
import { listStudents, listWaiting, type Scope } from './queries.ts'
import type { StudentFilter } from './routes.ts'

const name: ExportColumn<StudentLine>[] = [
  { key: 'number', head: { en: 'Student number', es: 'Número de estudiante' }, value: (row) => row.externalId },
  { key: 'familyName', head: { en: 'Last name', es: 'Apellido' }, value: (row) => row.familyName },
  { key: 'givenName', head: { en: 'First name', es: 'Nombre' }, value: (row) => row.givenName },
  { key: 'grade', head: { en: 'Grade', es: 'Grado' }, value: (row) => row.gradeLevel },
  { key: 'school', head: { en: 'School', es: 'Escuela' }, value: (row) => row.schoolName },
]
const why: ExportColumn<StudentLine> = {
  key: 'flag',
  head: { en: 'Flags', es: 'Señales' },
  value: (row) => row.flags.map(({ reason }) => reason).join('\n'),
}
const days: ExportColumn<StudentLine>[] = [
  { key: 'missed', head: { en: 'Days missed', es: 'Días que faltó' }, value: (row) => row.daysMissed },
  { key: 'enrolled', head: { en: 'Days enrolled', es: 'Días inscrito' }, value: (row) => row.daysEnrolled },
]

const scope = Type.Optional(Type.Enum(['caseload', 'school']))
const toLines: ExportedList<unknown, StudentLine>['rows'] = ([rows], { today }, locale) =>
  (rows as LineRow[]).map((row) => toLine(row, { locale, today }))

/** The list of students, as it is searched, filtered and sorted. */
export const exportedStudents: ExportedList<StudentFilter, StudentLine> = {
  url: '/:community/students',
  summary: 'Take the list of students away as a file',
  fileName: { en: 'Students', es: 'Estudiantes' },
  filters: {
    search: Type.Optional(Type.String({ maxLength: 100 })),
    grade: Type.Optional(Type.String({ maxLength: 10 })),
    flag: Type.Optional(Type.Enum(['any', 'attendance', 'behavior', 'course'])),
    sort: Type.Optional(Type.Enum(['name', 'grade', 'attendance'])),
    scope,
  },
  columns: [...name, ...days, why],
  pageSize: 200,
  admit: ({ role }) => {
    if (role === 'partner_worker') throw problems.notYours()
  },
  statements: (filter, limit, offset) => [listStudents({ scope: 'caseload', ...filter, limit, offset })],
  rows: toLines,
}

/** Who waits today: flagged students about whom nobody has written. */
export const exportedWaiting: ExportedList<{ scope?: Scope }, StudentLine> = {
  url: '/:community/home',
  summary: 'Take the list of students who wait today away as a file',
  fileName: { en: 'Today', es: 'Hoy' },
  filters: { scope },
  columns: [...name, why],
  pageSize: 200,
  statements: ({ scope = 'caseload' }, limit, offset) => [listWaiting(scope, limit, offset)],
  rows: toLines,
}
