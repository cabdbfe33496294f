import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { CodeCategory } from '../contract.ts'
import { useSetCodes } from './code-queries.ts'
import { MeaningChoice, notChosen } from './MeaningChoice.tsx'
import { useCodeWords } from './use-code-words.ts'

const nothing = { code: '', meaning: notChosen }

/** One code that the district uses in its own way. */
export function SayCode({ categories }: { categories: readonly CodeCategory[] }) {
  const { t } = useTranslation()
  const words = useCodeWords()
  const [name, setName] = useState(categories[0]?.category)
  const [{ code, meaning }, setSaid] = useState(nothing)
  const [checked, setChecked] = useState(false)
  const category = categories.find((each) => each.category === name)
  const save = useSetCodes((set) => {
    announce(t('codes.saved', { count: set.length }))
    setSaid(nothing)
    setChecked(false)
  })
  const submit = () => {
    setChecked(true)
    if (category && code.trim() && meaning !== notChosen)
      save.mutate([{ category: category.category, code: code.trim(), meaning }])
  }
  if (!category) return null
  return (
    <details className="import-part">
      <summary>{t('codes.add')}</summary>
      <SubmitForm
        label={t('codes.add')}
        submit={t('codes.save')}
        waiting={save.isPending}
        problem={save.error}
        onSubmit={submit}
      >
        <Field label={t('codes.category')}>
          {(describe) => (
            <select
              {...describe}
              value={name}
              onChange={({ target }) => {
                setName(target.value)
                setSaid({ code, meaning: notChosen })
              }}
            >
              {categories.map((each) => (
                <option key={each.category} value={each.category}>
                  {words.category(each.category)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t('codes.code')}
          hint={t('codes.codeHint')}
          error={checked && !code.trim() ? t('codes.codeMissing') : undefined}
        >
          {(describe) => (
            <input
              {...describe}
              maxLength={200}
              value={code}
              onChange={({ target }) => setSaid({ code: target.value, meaning })}
            />
          )}
        </Field>
        <Field
          label={t('codes.meaning')}
          error={checked && meaning === notChosen ? t('codes.meaningMissing') : undefined}
        >
          {(describe) => (
            <MeaningChoice
              {...describe}
              category={category}
              value={meaning}
              onChoose={(chosen) => setSaid({ code, meaning: chosen })}
            />
          )}
        </Field>
      </SubmitForm>
    </details>
  )
}
