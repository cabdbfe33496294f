import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { useGrade } from '../use-grade.ts'
import type { IdentityPair, IdentityRecord } from '../../identity/contract.ts'

type Props = {
  pair: IdentityPair
  onKey: (event: KeyboardEvent<HTMLElement>) => void
  onSay: (isSame: boolean, keepOther?: boolean) => void
}

/** Both records side by side, what speaks for one person, and the two answers. */
export function PairCard({ pair, onKey, onSay }: Props) {
  const { t } = useTranslation()
  const titleId = useId()
  const { one, other, standing, evidence } = pair
  const names = { one: one.name, other: other.name }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- the keys repeat what the buttons in it do
    <article className="card identity-pair" data-pair aria-labelledby={titleId} tabIndex={0} onKeyDown={onKey}>
      <h3 id={titleId}>{t('identities.pair', names)}</h3>
      <p>
        <strong>{t(`identities.standing.${standing as 'likely'}`)}</strong>{' '}
        {evidence.map((each) => t(`identities.evidence.${each as 'sameName'}`)).join(' ')}
      </p>
      <div className="identity-sides">
        <Side record={one} beside={other} label={t('identities.kept')} />
        <Side record={other} beside={one} label={t('identities.second')} />
      </div>
      <div className="form-actions">
        <ActionButton kind="main" onClick={() => onSay(true)}>
          {t('identities.same')}
        </ActionButton>
        <ActionButton onClick={() => onSay(true, true)}>{t('identities.sameKeepOther')}</ActionButton>
        <ActionButton onClick={() => onSay(false)}>{t('identities.notSame')}</ActionButton>
      </div>
    </article>
  )
}

function Side({ record, beside, label }: { record: IdentityRecord; beside: IdentityRecord; label: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const grade = useGrade()
  const factsOf = (of: IdentityRecord) =>
    [
      ['name', of.name],
      ['number', of.number],
      ['birthDate', of.birthDate ? format.day(of.birthDate) : ''],
      ['grade', of.gradeLevel ? grade(of.gradeLevel) : ''],
      ['schools', of.schools.join(', ')],
      ['guardians', of.guardians.join(', ')],
      ['students', of.students.join(', ')],
      ['phones', of.phones.join(', ')],
      ['emails', of.emails.join(', ')],
      ['rows', format.number(of.rows)],
    ] as const
  const others = factsOf(beside)
  return (
    <div className="identity-other">
      <h4>{label}</h4>
      <dl>
        {factsOf(record)
          .map((fact, i) => [...fact, others[i]![1]] as const)
          .filter(([, value, otherValue]) => value !== '' || otherValue !== '')
          .map(([name, value, otherValue]) => (
            <div key={name}>
              <dt>{t(`identities.fact.${name}`)}</dt>
              <dd {...(value !== otherValue && { 'data-differs': true })}>{value || t('identities.unknown')}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}
