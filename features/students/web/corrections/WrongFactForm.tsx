import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { StudentRecord } from '../../contract.ts'
import type { Fact, NewCorrection } from '../../corrections/contract.ts'
import { useCorrectionAct } from './correction-queries.ts'
import { choicesOf, factsIn, isByDay, type FactChoice } from './fact-choices.ts'

type Props = { record: StudentRecord; fact: Fact; onFact: (fact: Fact) => void; onDone: () => void }
type Gap = 'which' | 'wrong' | 'right' | null

/** Which fact, what is wrong with it, and what would be right. */
export function WrongFactForm({ record, fact, onFact, onDone }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const wrong = useRef<HTMLTextAreaElement>(null)
  const right = useRef<HTMLTextAreaElement>(null)
  const [which, setWhich] = useState('')
  const [gap, setGap] = useState<Gap>(null)
  const choices = choicesOf(record, fact)
  const chosen: FactChoice | undefined = isByDay(fact)
    ? which
      ? { key: which, on: which, words: [] }
      : undefined
    : choices.length === 1
      ? choices[0]
      : choices.find(({ key }) => key === which)
  const ask = useCorrectionAct(
    (body: NewCorrection) => ({ to: `${path}/students/${record.studentId}/corrections`, body }),
    () => [announce(t('correction.sent')), onDone()],
  )
  const submit = () => {
    const said = { wrong: wrong.current?.value.trim() ?? '', rightIs: right.current?.value.trim() ?? '' }
    const missing = !chosen ? 'which' : !said.wrong ? 'wrong' : !said.rightIs ? 'right' : null
    setGap(missing)
    if (missing || !chosen) return
    const { on, label } = chosen
    ask.mutate({ fact, ...(on && { on }), ...(label && { label }), ...said })
  }
  const choose = (next: Fact) => [onFact(next), setWhich('')]
  return (
    <SubmitForm
      label={t('correction.title')}
      submit={t('correction.send')}
      waiting={ask.isPending}
      problem={ask.error}
      onSubmit={submit}
      onCancel={onDone}
    >
      <Field label={t('correction.what')}>
        {(describe) => (
          <select {...describe} value={fact} onChange={({ target }) => choose(target.value as Fact)}>
            {factsIn(record).map((each) => (
              <option key={each} value={each}>
                {t(`correction.fact.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <WhichOne {...{ fact, choices, which }} onWhich={setWhich} error={gap === 'which'} />
      <Field
        label={t('correction.wrong')}
        hint={t('correction.wrongHint')}
        error={gap === 'wrong' ? t('correction.wrongMissing') : undefined}
      >
        {(describe) => <textarea {...describe} ref={wrong} rows={3} maxLength={2000} />}
      </Field>
      <Field label={t('correction.right')} error={gap === 'right' ? t('correction.rightMissing') : undefined}>
        {(describe) => <textarea {...describe} ref={right} rows={2} maxLength={2000} />}
      </Field>
    </SubmitForm>
  )
}

type WhichProps = {
  fact: Fact
  choices: readonly FactChoice[]
  which: string
  onWhich: (key: string) => void
  error: boolean
}

/** Which day, course, contact: nothing to choose where there is one alone. */
function WhichOne({ fact, choices, which, onWhich, error }: WhichProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const missing = error ? t('correction.whichMissing') : undefined
  if (isByDay(fact))
    return (
      <Field label={t('correction.day')} error={missing}>
        {(describe) => (
          <input type="date" {...describe} value={which} onChange={({ target }) => onWhich(target.value)} />
        )}
      </Field>
    )
  if (choices.length < 2) return null
  return (
    <Field label={t('correction.which')} error={missing}>
      {(describe) => (
        <select {...describe} value={which} onChange={({ target }) => onWhich(target.value)}>
          <option value="">{t('correction.choose')}</option>
          {choices.map(({ key, words, day }) => (
            <option key={key} value={key}>
              {[...words, day && format.day(day)].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
