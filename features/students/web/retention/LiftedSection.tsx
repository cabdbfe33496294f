import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { type Column, DataTable } from '#web/ui/table/DataTable.tsx'
import type { Hold } from '../../retention/contract.ts'
import { RecordLink } from './RecordLink.tsx'

/** Holds that were lifted, the latest first: who decided what, and when. Nothing where there are none. */
export function LiftedSection({ holds }: { holds: readonly Hold[] }) {
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
    {
      key: 'placed',
      label: t('holds.placed'),
      value: ({ placedAt }) => placedAt,
      show: ({ placedAt, placedBy }) => t('holds.when', { when: format.moment(placedAt), who: placedBy }),
    },
    {
      key: 'lifted',
      label: t('holds.liftedColumn'),
      value: ({ liftedAt }) => liftedAt,
      show: ({ liftedAt, liftedBy }) => t('holds.when', { when: format.moment(liftedAt ?? ''), who: liftedBy }),
    },
  ]
  if (holds.length === 0) return null
  return (
    <section className="holds-section" aria-labelledby="holds-lifted">
      <h2 id="holds-lifted">{t('holds.liftedTitle')}</h2>
      <DataTable caption={t('holds.liftedTitle')} rows={holds} columns={columns} rowKey={({ id }) => id} empty={null} />
    </section>
  )
}
