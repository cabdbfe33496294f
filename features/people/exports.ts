import type { ExportedList } from '#platform/exports.ts'
import { problems } from '#platform/problems.ts'
import type { Proposal } from './contract.ts'
import { listProposals } from './queries.ts'

/** What files proposed and nobody has decided, for the data steward. */
export const exportedProposals: ExportedList<unknown, Proposal> = {
  url: '/:community/proposals',
  summary: 'Take the list of proposed roles and guardians away as a file',
  fileName: { en: 'People', es: 'Personas' },
  columns: [
    { key: 'person', head: { en: 'Person', es: 'Persona' }, value: (row) => row.personName },
    { key: 'role', head: { en: 'Role', es: 'Función' }, value: (row) => row.role },
    { key: 'place', head: { en: 'Where', es: 'Dónde' }, value: (row) => row.place },
    { key: 'student', head: { en: 'Student', es: 'Estudiante' }, value: (row) => row.studentName },
  ],
  pageSize: Infinity,
  admit: ({ role }) => {
    if (role !== 'data_steward') throw problems.notYours()
  },
  statements: () => [listProposals()],
  rows: ([rows]) => rows as Proposal[],
}
