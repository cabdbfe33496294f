import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { DayRule } from '../rules/contract.ts'
import { dayRuleQuery, useSetDayRule } from './rule-queries.ts'

const kinds = { part: ['halfFrom', 'wholeFrom'], minutes: ['halfMinutes', 'wholeMinutes'], classes: ['halfClasses', 'wholeClasses'] } as const // prettier-ignore
type Column = (typeof kinds)[keyof typeof kinds][number]

/** From what on missed time counts as half a day or a whole one. */
export function DayRuleForm() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const { data } = useQuery(dayRuleQuery(path))
  if (!data) return null
  return (
    <details className="import-part" open={data.version > 0}>
      <summary>{t('dayRule.title')}</summary>
      <p>{t('dayRule.text')}</p>
      <Fields key={data.version} rule={data} />
    </details>
  )
}

const numberOf = (text: string) => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')))

function Fields({ rule }: { rule: DayRule }) {
  const { t } = useTranslation()
  const columns = Object.values(kinds).flat()
  const [written, setWritten] = useState(
    () =>
      Object.fromEntries(columns.map((column) => [column, rule[column]?.toString() ?? ''])) as Record<Column, string>,
  )
  const [checked, setChecked] = useState(false)
  const save = useSetDayRule(() => announce(t('dayRule.saved')))
  const isWrong = (column: Column) => Number.isNaN(numberOf(written[column]))
  const submit = () => {
    setChecked(true)
    if (columns.some(isWrong)) return
    const numbers = Object.fromEntries(columns.map((column) => [column, numberOf(written[column])]))
    save.mutate({ version: rule.version, ...(numbers as Record<Column, number | null>) })
  }
  return (
    <SubmitForm
      label={t('dayRule.title')}
      submit={t('dayRule.save')}
      waiting={save.isPending}
      problem={save.error}
      onSubmit={submit}
    >
      {Object.entries(kinds).map(([kind, pair]) => (
        <fieldset key={kind} className="rule-pair">
          <legend>{t(`dayRule.${kind as keyof typeof kinds}`)}</legend>
          {pair.map((column, nth) => (
            <Field
              key={column}
              label={t(nth === 0 ? 'dayRule.half' : 'dayRule.whole')}
              error={checked && isWrong(column) ? t('dayRule.wrong') : undefined}
            >
              {(describe) => (
                <input
                  {...describe}
                  inputMode="decimal"
                  value={written[column]}
                  onChange={({ target }) => setWritten({ ...written, [column]: target.value })}
                />
              )}
            </Field>
          ))}
        </fieldset>
      ))}
    </SubmitForm>
  )
}
