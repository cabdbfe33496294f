import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { useCommunity } from '#web/staff/use-community.ts'
import { ExportLinks } from '#web/ui/ExportLinks.tsx'
import { Pager } from '#web/ui/Pager.tsx'
import type { StudentLine } from '../contract.ts'
import type { Scope } from './home-query.ts'
import { WaitingStudent } from './WaitingStudent.tsx'

type Props = {
  scope: Scope
  students: readonly StudentLine[]
  total: number
  hasData: boolean
  page: number
  size: number
  onGo: (page: number) => void
}

/** As many as fit into ten minutes; the next ones are one click away. */
const step = 8

/** Students with a flag whom nobody has written about or acted for. Any note clears it. */
export function WaitingList({ scope, students, total, hasData, page, size, onGo }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const [shown, setShown] = useState(step)
  return (
    <section className="card" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('today.waiting', { count: format.number(total) })}</h2>
      {students.length === 0 ? (
        <NobodyWaits hasData={hasData} />
      ) : (
        <>
          <p className="soft">{t('today.waitingText')}</p>
          <ul className="plain-list waiting-students">
            {students.slice(0, shown).map((student) => (
              <li key={student.id} data-list-item>
                <WaitingStudent student={student} />
              </li>
            ))}
          </ul>
          <ExportLinks list={`${path}/home`} search={{ scope }} />
          {students.length > shown ? (
            <p className="waiting-more not-in-print">
              <ActionButton onClick={() => setShown(shown + step)}>
                {t('today.showMore', { count: format.number(students.length - shown) })}
              </ActionButton>
            </p>
          ) : (
            total > size && <Pager page={page} size={size} total={total} onGo={onGo} />
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
