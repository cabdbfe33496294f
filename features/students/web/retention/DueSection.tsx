import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { type Column, DataTable } from '#web/ui/table/DataTable.tsx'
import type { DueRecord, Retention } from '../../retention/contract.ts'
import { RecordLink } from './RecordLink.tsx'

type Props = { retention: Retention; onHold: (record: DueRecord) => void }

/** What may be destroyed next, and when. Nothing here destroys anything. */
export function DueSection({ retention: { keepYears, due, dueNow }, onHold }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns: Column<DueRecord>[] = [
    {
      key: 'student',
      label: t('holds.student'),
      value: ({ studentName }) => studentName,
      show: (record) => <RecordLink record={record} />,
    },
    { key: 'last', label: t('holds.lastDay'), value: ({ lastOn }) => lastOn, show: ({ lastOn }) => format.day(lastOn) },
    {
      key: 'due',
      label: t('holds.dueOn'),
      value: ({ dueOn }) => dueOn,
      show: ({ dueOn, isDue }) => (isDue ? t('holds.dueSince', { day: format.day(dueOn) }) : format.day(dueOn)),
    },
    {
      key: 'hold',
      label: t('holds.hold'),
      value: ({ isHeld }) => (isHeld ? t('holds.isHeld') : null),
      show: (record) =>
        record.isHeld ? (
          t('holds.isHeld')
        ) : (
          <ActionButton
            className="not-in-print"
            aria-label={t('holds.placeOn', { name: record.studentName })}
            onClick={() => onHold(record)}
          >
            {t('holds.place')}
          </ActionButton>
        ),
    },
  ]
  return (
    <section className="holds-section" aria-labelledby="holds-due">
      <h2 id="holds-due">{t('holds.dueTitle')}</h2>
      {keepYears === null ? (
        <EmptyPlace title={t('holds.keptForEver')}>{t('holds.keptForEverText')}</EmptyPlace>
      ) : (
        <>
          <p>{t('holds.keeps', { count: keepYears, years: format.number(keepYears) })}</p>
          <p>{t('holds.dueNow', { count: dueNow, number: format.number(dueNow) })}</p>
          <DataTable
            caption={t('holds.dueTitle')}
            rows={due}
            columns={columns}
            rowKey={({ studentId }) => studentId}
            empty={<EmptyPlace title={t('holds.noneDue')}>{t('holds.noneDueText')}</EmptyPlace>}
          />
        </>
      )}
    </section>
  )
}
