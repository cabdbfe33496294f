import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Member } from '../../household/contract.ts'
import { NeedForm } from '../NeedForm.tsx'
import { useHouseholdAct } from './household-queries.ts'

type About = { studentId: string; name: string; mayWrite: boolean; mayName: boolean }

/** Adults and younger children; what one of them needs is written beside the student's own needs. */
export function MemberList({ members, ...about }: About & { members: readonly Member[] }) {
  const { t } = useTranslation()
  return (['adult', 'child'] as const).map((kind) => {
    const theirs = members.filter((member) => member.kind === kind)
    if (theirs.length === 0) return null
    return (
      <div key={kind}>
        <h3>{t(`household.kind.${kind}`)}</h3>
        <ul className="plain-list household-list">
          {theirs.map((member) => (
            <li key={member.id}>
              <OneMember member={member} {...about} />
            </li>
          ))}
        </ul>
      </div>
    )
  })
}

function OneMember({ member, studentId, name, mayWrite, mayName }: About & { member: Member }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [isNaming, setNaming] = useState(false)
  const end = useHouseholdAct()
  // Written with a sibling, it is changed on the sibling's page.
  const isHere = member.studentId === studentId
  const facts = [member.relation, member.birthYear && t('household.born', { year: member.birthYear })]
  if (isNaming)
    return (
      <NeedForm
        studentId={studentId}
        name={name}
        member={member}
        isTeacher={false}
        onDone={() => setNaming(false)}
        onCancel={() => setNaming(false)}
      />
    )
  return (
    <>
      <span>
        {member.name} <span className="small soft">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {isHere && (
        <span className="note-actions not-in-print">
          {mayName && (
            <ActionButton
              kind="quiet"
              aria-label={t('household.nameNeedOf', { name: member.name })}
              onClick={() => setNaming(true)}
            >
              {t('household.nameNeed')}
            </ActionButton>
          )}
          {mayWrite && (
            <ActionButton
              kind="quiet"
              aria-label={t('household.endOf', { name: member.name })}
              onClick={() => end.mutate({ to: `${path}/household-members/${member.id}/ending` })}
            >
              {t('household.end')}
            </ActionButton>
          )}
        </span>
      )}
      {end.error && <ProblemNotice problem={end.error} />}
    </>
  )
}
