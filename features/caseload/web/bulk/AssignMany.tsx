import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Caseload } from '../../assigning/contract.ts'
import type { Many } from './many.ts'

/** All of the chosen students go to the caseload of one coordinator of their school. */
export function AssignMany({
  students,
  coordinators,
  waiting,
  problem,
  onAct,
  onCancel,
}: Many & { coordinators: readonly Caseload[] }) {
  const { t } = useTranslation()
  const [coordinator, setCoordinator] = useState(coordinators[0]?.membershipId ?? '')
  const isOneSchool = new Set(coordinators.map(({ schoolId }) => schoolId)).size === 1
  return (
    <SubmitForm
      label={t('bulk.act.assign')}
      submit={t('bulk.save.assign', { count: students.length })}
      waiting={waiting}
      problem={problem}
      onSubmit={() => onAct({ kind: 'assign', students: [...students], coordinator })}
      onCancel={onCancel}
    >
      <Field label={t('caseload.to')}>
        {(describe) => (
          <select {...describe} value={coordinator} onChange={({ target }) => setCoordinator(target.value)}>
            {coordinators.map(({ membershipId, personName, schoolName }) => (
              <option key={membershipId} value={membershipId}>
                {isOneSchool ? personName : `${personName} · ${schoolName}`}
              </option>
            ))}
          </select>
        )}
      </Field>
    </SubmitForm>
  )
}
