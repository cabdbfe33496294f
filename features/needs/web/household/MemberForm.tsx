import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { NewMember } from '../../household/contract.ts'
import { useHouseholdAct } from './household-queries.ts'

type Props = { studentId: string; onDone: () => void }
type Said = { kind: 'adult' | 'child'; name: string; relation: string; birthYear: string }

/** Names an adult or a younger child who lives with the student. */
export function MemberForm({ studentId, onDone }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [said, setSaid] = useState<Said>({ kind: 'adult', name: '', relation: '', birthYear: '' })
  const [missing, setMissing] = useState(false)
  const change = (more: Partial<Said>) => setSaid((now) => ({ ...now, ...more }))
  const add = useHouseholdAct(onDone)
  const submit = () => {
    const year = said.birthYear === '' ? null : Number(said.birthYear)
    const isWhole =
      said.name.trim() !== '' && (year === null || (Number.isInteger(year) && year >= 1900 && year <= 2100))
    setMissing(!isWhole)
    if (!isWhole) return
    const { kind, name, relation } = said
    const body: NewMember = { kind, name, relation, personId: null, birthYear: kind === 'child' ? year : null }
    add.mutate({ to: `${path}/students/${studentId}/household/members`, body })
  }
  return (
    <SubmitForm
      label={t('household.add')}
      submit={t('household.save')}
      waiting={add.isPending}
      problem={add.error}
      onSubmit={submit}
      onCancel={onDone}
    >
      <fieldset className="fieldset">
        <legend>{t('household.who')}</legend>
        {(['adult', 'child'] as const).map((kind) => (
          <label key={kind} className="choice">
            <input type="radio" name="kind" checked={said.kind === kind} onChange={() => change({ kind })} />
            <span>{t(`household.one.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <Field
        label={t('household.name')}
        error={missing && said.name.trim() === '' ? t('household.nameMissing') : undefined}
      >
        {(describe) => (
          <input
            {...describe}
            maxLength={200}
            value={said.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <Field label={t('household.relation')} hint={t('household.relationHint')}>
        {(describe) => (
          <input
            {...describe}
            maxLength={60}
            value={said.relation}
            onChange={({ target }) => change({ relation: target.value })}
          />
        )}
      </Field>
      {said.kind === 'child' && (
        <Field
          label={t('household.birthYear')}
          error={missing && said.name.trim() !== '' ? t('household.yearMissing') : undefined}
        >
          {(describe) => (
            <input
              {...describe}
              inputMode="numeric"
              maxLength={4}
              value={said.birthYear}
              onChange={({ target }) => change({ birthYear: target.value })}
            />
          )}
        </Field>
      )}
    </SubmitForm>
  )
}
