import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Household, NewMember } from '../../household/contract.ts'
import { useHouseholdAct } from './household-queries.ts'
import { SiblingFacts } from './SiblingList.tsx'

type Props = Pick<Household, 'maybeSiblings' | 'maybeMembers'> & { studentId: string }

/** Contacts on file, and students who share a guardian on file. Nobody is put into the household but by a person. */
export function MaybeHere({ maybeSiblings, maybeMembers, studentId }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const act = useHouseholdAct()
  const household = `${path}/students/${studentId}/household`
  if (maybeSiblings.length + maybeMembers.length === 0) return null
  const adult = (personId: string, relation: string): NewMember => ({
    ...{ kind: 'adult', personId, relation, name: '', birthYear: null },
  })
  return (
    <div className="need-proposals not-in-print">
      <h3>{t('household.maybe')}</h3>
      <ul className="plain-list household-list">
        {maybeMembers.map(({ personId, name, relation }) => (
          <li key={personId}>
            <span>{name}</span>
            <ActionButton
              aria-label={t('household.joinWith', { name })}
              onClick={() => act.mutate({ to: `${household}/members`, body: adult(personId, relation) })}
            >
              {t('household.join')}
            </ActionButton>
          </li>
        ))}
        {maybeSiblings.map((sibling) => (
          <li key={sibling.studentId}>
            <span>
              {sibling.name} <SiblingFacts {...sibling} />
            </span>
            <ActionButton
              aria-label={t('household.joinWith', { name: sibling.name })}
              onClick={() => act.mutate({ to: `${household}/siblings`, body: { studentId: sibling.studentId } })}
            >
              {t('household.join')}
            </ActionButton>
          </li>
        ))}
      </ul>
      {act.error && <ProblemNotice problem={act.error} />}
    </div>
  )
}
