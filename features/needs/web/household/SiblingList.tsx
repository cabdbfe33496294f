import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useGrade } from '#features/students/web/use-grade.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { useState } from 'react'
import type { Sibling } from '../../household/contract.ts'
import { useHouseholdAct } from './household-queries.ts'

type Props = { siblings: readonly Sibling[]; studentId: string }

/** Brothers and sisters whose household the reader may read as well, each with the way to the own page. */
export function SiblingList({ siblings, studentId, mayWrite }: Props & { mayWrite: boolean }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [isLeaving, setLeaving] = useState(false)
  const leave = useHouseholdAct(() => setLeaving(false))
  if (siblings.length === 0) return null
  return (
    <>
      <h3>{t('household.siblings')}</h3>
      <ul className="plain-list household-list">
        {siblings.map((sibling) => (
          <li key={sibling.studentId}>
            <Link to="/app/students/$id" params={{ id: sibling.studentId }}>
              {sibling.name}
            </Link>
            <SiblingFacts {...sibling} />
          </li>
        ))}
      </ul>
      {mayWrite && (
        <ActionButton kind="quiet" className="not-in-print" onClick={() => setLeaving(true)}>
          {t('household.leave')}
        </ActionButton>
      )}
      <ConfirmDialog
        open={isLeaving}
        title={t('household.leaveTitle')}
        confirm={t('household.leaveConfirm')}
        onConfirm={() => leave.mutate({ to: `${path}/students/${studentId}/household/leaving` })}
        onCancel={() => setLeaving(false)}
      >
        <p>{t('household.leaveText')}</p>
        {leave.error && <ProblemNotice problem={leave.error} />}
      </ConfirmDialog>
    </>
  )
}

export function SiblingFacts({ gradeLevel, schoolName }: Sibling) {
  const grade = useGrade()
  return <span className="small soft">{[gradeLevel && grade(gradeLevel), schoolName].filter(Boolean).join(' · ')}</span>
}
