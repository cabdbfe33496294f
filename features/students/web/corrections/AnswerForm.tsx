import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Correction, CorrectionAnswer } from '../../corrections/contract.ts'
import { useCorrectionAct } from './correction-queries.ts'

const answers = ['corrected', 'not_changed'] as const

/** The data steward's answer, which whoever asked reads in these words. */
export function AnswerForm({ correction, onDone }: { correction: Correction; onDone: () => void }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const words = useRef<HTMLTextAreaElement>(null)
  const [kind, setKind] = useState<CorrectionAnswer['answer']>('corrected')
  const [isMissing, setMissing] = useState(false)
  const { id, version } = correction
  const answer = useCorrectionAct(
    (body: CorrectionAnswer) => ({ to: `${path}/corrections/${id}/answer`, body }),
    () => [announce(t('correction.answerSaved')), onDone()],
  )
  const submit = () => {
    const text = words.current?.value.trim() ?? ''
    setMissing(kind === 'not_changed' && !text)
    if (kind === 'corrected' || text) answer.mutate({ version, answer: kind, text })
  }
  return (
    <SubmitForm
      label={t('correction.answerIt')}
      submit={t('correction.saveAnswer')}
      waiting={answer.isPending}
      problem={answer.error}
      onSubmit={submit}
      onCancel={onDone}
    >
      <fieldset className="fieldset">
        <legend>{t('correction.answerIt')}</legend>
        {answers.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name={id} checked={kind === each} onChange={() => setKind(each)} />
            <span>{t(`correction.answerChoice.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <Field
        label={t(kind === 'corrected' ? 'correction.words' : 'correction.why')}
        hint={t('correction.wordsHint')}
        error={isMissing ? t('correction.whyMissing') : undefined}
      >
        {(describe) => <textarea {...describe} ref={words} rows={3} maxLength={2000} />}
      </Field>
    </SubmitForm>
  )
}
