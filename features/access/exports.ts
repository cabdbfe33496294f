import type { ExportedList } from '#platform/exports.ts'
import type { Agreement } from './contract.ts'
import { listAgreements } from './queries.ts'

/** The agreements that the reader may know of. */
export const exportedAgreements: ExportedList<unknown, Agreement> = {
  url: '/:community/agreements',
  summary: 'Take the list of agreements away as a file',
  fileName: { en: 'Agreements', es: 'Acuerdos' },
  columns: [
    { key: 'number', head: { en: 'Number', es: 'Número' }, value: (row) => row.number },
    { key: 'title', head: { en: 'Title', es: 'Título' }, value: (row) => row.title },
    { key: 'organization', head: { en: 'Organization', es: 'Organización' }, value: (row) => row.organizationName },
    { key: 'basis', head: { en: 'Basis', es: 'Base' }, value: (row) => row.basis },
    { key: 'purpose', head: { en: 'What for', es: 'Para qué' }, value: (row) => row.purpose },
    { key: 'from', head: { en: 'From', es: 'Desde' }, value: (row) => row.fromOn },
    { key: 'until', head: { en: 'Until', es: 'Hasta' }, value: (row) => row.untilOn },
    { key: 'standing', head: { en: 'Standing', es: 'Situación' }, value: (row) => row.standing },
    { key: 'elements', head: { en: 'Schedule', es: 'Anexo' }, value: (row) => row.elements.join(', ') },
  ],
  pageSize: Infinity,
  statements: () => [listAgreements()],
  rows: ([rows]) => rows as Agreement[],
}
