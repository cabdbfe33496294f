import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import type { StudentLine } from '../contract.ts'
import { WaitingStudent } from './WaitingStudent.tsx'

type Props = { students: readonly StudentLine[]; total: number; hasData: boolean }

/** Students with a flag whom nobody has written about or acted for. Any note clears it. */
export function WaitingList({ students, total, hasData }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section className="card" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('today.waiting', { count: format.number(total) })}</h2>
      {students.length === 0 ? (
        <NobodyWaits hasData={hasData} />
      ) : (
        <>
          <p className="soft">{t('today.waitingText')}</p>
          <ul className="plain-list waiting-students">
            {students.map((student) => (
              <li key={student.id}>
                <WaitingStudent student={student} />
              </li>
            ))}
          </ul>
          {total > students.length && (
            <p className="soft">
              {t('today.waitingMore', { shown: format.number(students.length), count: format.number(total) })}
            </p>
          )}
        </>
      )}
    </section>
  )
}

function NobodyWaits({ hasData }: { hasData: boolean }) {
  const { t } = useTranslation()
  if (!hasData) return <EmptyPlace title={t('today.emptyTitle')}>{t('today.emptyText')}</EmptyPlace>
  return (
    <EmptyPlace title={t('today.allWritten')} first={<Link to="/app/students">{t('today.toStudents')}</Link>}>
      {t('today.allWrittenText')}
    </EmptyPlace>
  )
}
