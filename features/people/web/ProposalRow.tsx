import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '../contract.ts'
import { DecideButtons } from './DecideButtons.tsx'

type Props = { proposal: Proposal; isChosen: boolean; onChoose: (isChosen: boolean) => void }

export function ProposalRow({ proposal, isChosen, onChoose }: Props) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const { personName, role, place, studentName, kind } = proposal
  const known = kind === 'guardianship' ? `relation.${role}` : `role.${role}`
  const roleWord = i18n.exists(known) ? t(known as 'role.teacher') : role
  const sentence =
    kind === 'guardianship'
      ? t('proposals.guardianOf', { role: roleWord, student: studentName ?? t('student.title') })
      : [roleWord, place].filter(Boolean).join(' · ')
  return (
    <li className="proposal">
      <span className="choice">
        <input id={id} type="checkbox" checked={isChosen} onChange={() => onChoose(!isChosen)} />
        <label htmlFor={id}>
          <strong>{personName}</strong> <span className="soft">{sentence}</span>
        </label>
      </span>
      <DecideButtons proposal={proposal} />
    </li>
  )
}
