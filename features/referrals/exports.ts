import type { ExportedList } from '#platform/exports.ts'
import type { Participant, Referral } from './contract.ts'
import { listParticipants, listReferrals } from './queries.ts'

const pageSize = 200

type ExportedReferral = Referral & { createdOn: string; changedOn: string }

/** Referrals, as far as the reader sees them. A partner's file is an opening of each student in it. */
export const exportedReferrals: ExportedList<unknown, ExportedReferral> = {
  url: '/:community/referrals',
  summary: 'Take the list of referrals away as a file',
  fileName: { en: 'Referrals', es: 'Derivaciones' },
  columns: [
    { key: 'student', head: { en: 'Student', es: 'Estudiante' }, value: (row) => row.studentName },
    { key: 'school', head: { en: 'School', es: 'Escuela' }, value: (row) => row.schoolName },
    { key: 'organization', head: { en: 'Organization', es: 'Organización' }, value: (row) => row.organizationName },
    { key: 'service', head: { en: 'Service', es: 'Servicio' }, value: (row) => row.serviceName },
    { key: 'request', head: { en: 'Asked for', es: 'Lo que se pide' }, value: (row) => row.request },
    { key: 'state', head: { en: 'State', es: 'Estado' }, value: (row) => row.state },
    { key: 'author', head: { en: 'Asked by', es: 'Pedido por' }, value: (row) => row.authorName },
    { key: 'created', head: { en: 'Asked on', es: 'Pedido el' }, value: (row) => row.createdOn },
    { key: 'changed', head: { en: 'Changed on', es: 'Cambiado el' }, value: (row) => row.changedOn },
  ],
  pageSize,
  opening: (offset) => ({ elements: ['referrals', 'directory'], students: 'mine', limit: pageSize, offset }),
  statements: (_, limit, offset) => [listReferrals(null, limit, offset)],
  rows: ([rows]) => rows as ExportedReferral[],
}

/** The students whom one's own organization serves: only what the schedule of the agreement holds. */
export const exportedParticipants: ExportedList<unknown, Participant> = {
  url: '/:community/participants',
  summary: 'Take the list of one’s own participants away as a file',
  fileName: { en: 'Participants', es: 'Participantes' },
  columns: [
    { key: 'student', head: { en: 'Student', es: 'Estudiante' }, value: (row) => row.studentName },
    { key: 'service', head: { en: 'Service', es: 'Servicio' }, value: (row) => row.serviceName },
    { key: 'stage', head: { en: 'Stage', es: 'Etapa' }, value: (row) => row.stage },
    { key: 'from', head: { en: 'Since', es: 'Desde' }, value: (row) => row.fromOn },
  ],
  pageSize,
  opening: (offset) => ({ elements: ['services', 'directory'], students: 'mine', limit: pageSize, offset }),
  statements: (_, limit, offset) => [listParticipants(limit, offset)],
  rows: ([rows]) => rows as Participant[],
}
