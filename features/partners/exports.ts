import type { ExportedList } from '#platform/exports.ts'
import type { Organization } from './contract.ts'
import { listOrganizations } from './queries.ts'

/** What was written about the hours, or the rule with its times. */
const tellHours = ({ description, rrule, startsAt, endsAt }: Organization['services'][number]['schedules'][number]) =>
  description || [rrule, startsAt, endsAt].filter(Boolean).join(' ')

type Line = { organization: Organization; service: Organization['services'][number] | undefined }

/** Organizations and their services, a line a service. Nothing in it is about students. */
export const exportedServices: ExportedList<unknown, Line> = {
  url: '/:community/organizations',
  summary: 'Take the list of organizations and services away as a file',
  fileName: { en: 'Services', es: 'Servicios' },
  columns: [
    { key: 'organization', head: { en: 'Organization', es: 'Organización' }, value: (row) => row.organization.name },
    { key: 'sector', head: { en: 'Sector', es: 'Sector' }, value: (row) => row.organization.sector },
    { key: 'service', head: { en: 'Service', es: 'Servicio' }, value: (row) => row.service?.name },
    { key: 'about', head: { en: 'About', es: 'Descripción' }, value: (row) => row.service?.description },
    { key: 'domain', head: { en: 'Need', es: 'Necesidad' }, value: (row) => row.service?.needDomains.join(', ') },
    { key: 'for', head: { en: 'For whom', es: 'Para quién' }, value: (row) => row.service?.eligibility },
    { key: 'grades', head: { en: 'Grades', es: 'Grados' }, value: (row) => row.service?.gradeLevels?.join(', ') },
    { key: 'languages', head: { en: 'Languages', es: 'Idiomas' }, value: (row) => row.service?.languages.join(', ') },
    {
      key: 'schedule',
      head: { en: 'When', es: 'Cuándo' },
      value: (row) => row.service?.schedules.map(tellHours).join('; '),
    },
    { key: 'places', head: { en: 'Places', es: 'Lugares' }, value: (row) => row.service?.capacity },
    { key: 'status', head: { en: 'Status', es: 'Estado' }, value: (row) => row.service?.status },
  ],
  pageSize: Infinity,
  statements: () => [listOrganizations()],
  rows: ([rows]) =>
    (rows as Organization[]).flatMap((organization): Line[] =>
      organization.services.length === 0
        ? [{ organization, service: undefined }]
        : organization.services.map((service) => ({ organization, service })),
    ),
}
