import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { Field } from '#web/ui/Field.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { useFormat } from '#web/format.ts'
import type { Caseloads, Choice } from '../../assigning/contract.ts'
import { useGrade } from '#features/students/web/use-grade.ts'
import { useAssigning } from './use-assigning.ts'

/** What stands in the value of an option: the choice as the server reads it. */
const valueOf = (choice: Choice) => JSON.stringify(choice)

/** Many at once: by grade, by class, those of another coordinator, those on no caseload, or all. */
export function AssignForm({ schoolId, caseloads, students, classes }: Caseloads) {
  const { t } = useTranslation()
  const format = useFormat()
  const gradeWord = useGrade()
  const { assign, undo } = useAssigning()
  const [choice, setChoice] = useState(valueOf({ nobody: true }))
  const [coordinator, setCoordinator] = useState(caseloads[0]?.membershipId ?? '')
  const grades = [...new Set(students.flatMap(({ gradeLevel }) => (gradeLevel === null ? [] : [gradeLevel])))]
  const give = () =>
    assign.mutate({ schoolId: schoolId!, coordinator: coordinator || null, choice: JSON.parse(choice) as Choice })
  const done = assign.data
  return (
    <section className="card" aria-labelledby="assign-title">
      <h2 id="assign-title">{t('caseload.give')}</h2>
      <SubmitForm submit={t('caseload.giveNow')} waiting={assign.isPending} problem={assign.error} onSubmit={give}>
        <Field label={t('caseload.which')}>
          {(describe) => (
            <select {...describe} value={choice} onChange={({ target }) => setChoice(target.value)}>
              <option value={valueOf({ nobody: true })}>{t('caseload.choose.nobody')}</option>
              <option value={valueOf({ all: true })}>{t('caseload.choose.all')}</option>
              <optgroup label={t('caseload.choose.grade')}>
                {grades.map((grade) => (
                  <option key={grade} value={valueOf({ grade })}>
                    {gradeWord(grade)}
                  </option>
                ))}
              </optgroup>
              <optgroup label={t('caseload.choose.of')}>
                {caseloads.map(({ membershipId, personName }) => (
                  <option key={membershipId} value={valueOf({ of: membershipId })}>
                    {personName}
                  </option>
                ))}
              </optgroup>
              <optgroup label={t('caseload.choose.class')}>
                {classes.map(({ id, title }) => (
                  <option key={id} value={valueOf({ class: id })}>
                    {title}
                  </option>
                ))}
              </optgroup>
            </select>
          )}
        </Field>
        <Field label={t('caseload.to')}>
          {(describe) => (
            <select {...describe} value={coordinator} onChange={({ target }) => setCoordinator(target.value)}>
              {caseloads.map(({ membershipId, personName }) => (
                <option key={membershipId} value={membershipId}>
                  {personName}
                </option>
              ))}
              <option value="">{t('caseload.toNobody')}</option>
            </select>
          )}
        </Field>
      </SubmitForm>
      {done && (
        <p className="caseload-done">
          {t('caseload.moved', { count: done.moved, number: format.number(done.moved) })}{' '}
          {done.moved > 0 && <ActionButton onClick={() => undo.mutate(done.id)}>{t('caseload.undo')}</ActionButton>}
        </p>
      )}
      {undo.error && <ProblemNotice problem={undo.error} />}
    </section>
  )
}
