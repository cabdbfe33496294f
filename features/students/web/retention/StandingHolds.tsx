import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { type Column, DataTable } from '#web/ui/table/DataTable.tsx'
import type { Hold } from '../../retention/contract.ts'
import { LiftHold } from './LiftHold.tsx'
import { RecordLink } from './RecordLink.tsx'

/** Which records are held now. */
export function StandingHolds({ holds }: { holds: readonly Hold[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns: Column<Hold>[] = [
    {
      key: 'student',
      label: t('holds.student'),
      value: ({ studentName }) => studentName,
      show: (hold) => <RecordLink record={hold} />,
    },
    { key: 'reason', label: t('holds.reason'), value: ({ reason }) => reason },
    { key: 'by', label: t('holds.placedBy'), value: ({ placedBy }) => placedBy },
    {
      key: 'since',
      label: t('holds.since'),
      value: ({ placedAt }) => placedAt,
      show: ({ placedAt }) => format.moment(placedAt),
    },
    { key: 'lift', label: t('holds.hold'), value: () => null, show: (hold) => <LiftHold hold={hold} /> },
  ]
  return (
    <section className="holds-section" aria-labelledby="holds-standing">
      <h2 id="holds-standing">{t('holds.standing')}</h2>
      <DataTable
        caption={t('holds.standing')}
        rows={holds}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<EmptyPlace title={t('holds.none')}>{t('holds.noneText')}</EmptyPlace>}
      />
    </section>
  )
}
