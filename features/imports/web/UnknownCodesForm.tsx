import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { CodeCategory, UnknownCode } from '../contract.ts'
import { useSetCodes } from './code-queries.ts'
import { MeaningChoice, notChosen } from './MeaningChoice.tsx'
import { useCodeWords } from './use-code-words.ts'

type Props = { unknown: readonly UnknownCode[]; categories: readonly CodeCategory[]; onSaved: () => void }

const keyOf = ({ category, code }: UnknownCode) => `${category} ${code}`

/** The codes that files brought and nobody knows, each with the meanings that it may have. */
export function UnknownCodesForm({ unknown, categories, onSaved }: Props) {
  const { t } = useTranslation()
  const words = useCodeWords()
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const [checked, setChecked] = useState(false)
  const save = useSetCodes((set) => {
    announce(t('codes.saved', { count: set.length }))
    onSaved()
  })
  const meaningOf = (each: UnknownCode) => chosen[keyOf(each)] ?? notChosen
  const whole = unknown
    .filter((each) => meaningOf(each) !== notChosen)
    .map((each) => ({ ...each, meaning: meaningOf(each) }))
  const submit = () => {
    setChecked(true)
    if (whole.length > 0) save.mutate(whole)
  }
  return (
    <SubmitForm
      label={t('codes.unknown')}
      submit={t('codes.save')}
      waiting={save.isPending}
      problem={save.error}
      onSubmit={submit}
    >
      {unknown.map((each) => (
        <Field
          key={keyOf(each)}
          label={t('codes.meaningOf', { code: each.code, category: words.category(each.category) })}
        >
          {(describe) => (
            <MeaningChoice
              {...describe}
              category={categories.find(({ category }) => category === each.category) ?? { ...each, meanings: [] }}
              value={meaningOf(each)}
              onChoose={(meaning) => setChosen({ ...chosen, [keyOf(each)]: meaning })}
            />
          )}
        </Field>
      ))}
      {checked && whole.length === 0 && <p className="field-error">{t('codes.chooseOne')}</p>}
    </SubmitForm>
  )
}
