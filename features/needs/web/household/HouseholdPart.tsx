import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudentRecord } from '#features/students/contract.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Household } from '../../household/contract.ts'
import { householdQuery } from './household-queries.ts'
import { MemberForm } from './MemberForm.tsx'
import { MemberList } from './MemberList.tsx'
import { MaybeHere } from './MaybeHere.tsx'
import { SiblingList } from './SiblingList.tsx'
import '../Needs.css'

type Props = { record: StudentRecord; name: string }

/** Who lives with a student: brothers and sisters in school, adults, and younger children. */
export function HouseholdPart({ record, name }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const household = useQuery(householdQuery(path, record.studentId))
  const isKnown = household.data && household.data.siblings.length + household.data.members.length > 0
  return (
    <section
      className={`card part-household${isKnown ? '' : ' not-in-print'}`}
      id="household"
      tabIndex={-1}
      aria-labelledby="household-title"
    >
      <h2 id="household-title">{t('household.title', { name })}</h2>
      {household.isPending && <Waiting />}
      {household.isError && <ProblemNotice problem={household.error} onRetry={() => void household.refetch()} />}
      {household.data && <Inside record={record} name={name} household={household.data} />}
    </section>
  )
}

function Inside({ record, name, household }: Props & { household: Household }) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const { siblings, members, maybeSiblings, maybeMembers, mayWrite } = household
  const mayName = mayWrite && record.writable.includes('needs')
  return (
    <>
      {siblings.length + members.length === 0 && (
        <EmptyPlace title={t('household.none', { name })}>{t('household.noneText')}</EmptyPlace>
      )}
      <SiblingList siblings={siblings} studentId={record.studentId} mayWrite={mayWrite} />
      <MemberList members={members} studentId={record.studentId} name={name} mayWrite={mayWrite} mayName={mayName} />
      <MaybeHere {...{ maybeSiblings, maybeMembers }} studentId={record.studentId} />
      {mayWrite && !isAdding && (
        <div className="form-actions not-in-print household-add">
          <ActionButton onClick={() => setAdding(true)}>{t('household.add')}</ActionButton>
        </div>
      )}
      {isAdding && <MemberForm studentId={record.studentId} onDone={() => setAdding(false)} />}
    </>
  )
}
