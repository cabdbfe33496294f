import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { ImportDetail, Question } from '../contract.ts'
import { questionSentence } from './problem-sentence.ts'

const open = new Set(['checked', 'needs_answer'])

/** What the files do not say by themselves, such as how the school writes attendance. */
export function ImportQuestions({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const [answers, setAnswers] = useState<Record<string, string>>(detail.answers)
  const [checked, setChecked] = useState(false)
  const send = useMutation({
    mutationFn: () => api.post(`${path}/imports/${detail.id}/answers`, { answers }),
    onSuccess: () => {
      announce(t('imports.answered'))
      return client.invalidateQueries({ queryKey: ['import'] })
    },
  })
  if (detail.questions.length === 0 || !open.has(detail.state)) return null
  const isWhole = detail.questions.every(({ key }) => answers[key])
  const submit = () => {
    setChecked(true)
    if (isWhole) send.mutate()
  }
  return (
    <section className="card import-part" aria-labelledby="questions-title">
      <h2 id="questions-title">{t('imports.questions')}</h2>
      <SubmitForm
        label={t('imports.questions')}
        submit={t('imports.answer')}
        waiting={send.isPending}
        problem={send.error}
        onSubmit={submit}
      >
        {detail.questions.map((question) => (
          <QuestionChoice
            key={question.key}
            question={question}
            value={answers[question.key] ?? ''}
            onChange={(value) => setAnswers({ ...answers, [question.key]: value })}
          />
        ))}
        {checked && !isWhole && <p className="field-error">{t('imports.answerMissing')}</p>}
      </SubmitForm>
    </section>
  )
}

type ChoiceProps = { question: Question; value: string; onChange: (value: string) => void }

function QuestionChoice({ question, value, onChange }: ChoiceProps) {
  const { t, i18n } = useTranslation()
  return (
    <fieldset className="fieldset question">
      <legend>{questionSentence(i18n, question)}</legend>
      {question.choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={question.key}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {i18n.exists(`imports.choice.${choice.value}`)
              ? t(`imports.choice.${choice.value}` as 'imports.choice.yes')
              : choice.label}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
