import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { ReferralRule } from '../contract.ts'

/** After how many days the district asks again about a referral, and after how many it gives up. */
export function ReferralRuleForm() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const rule = useQuery({
    queryKey: ['referral-rule', path],
    queryFn: ({ signal }) => api.get<ReferralRule>(`${path}/referral-rule`, { signal }),
  })
  return (
    <details className="card">
      <summary>{t('referralLoop.rule')}</summary>
      {rule.isPending && <Waiting />}
      {rule.isError && <ProblemNotice problem={rule.error} onRetry={() => void rule.refetch()} />}
      {rule.data && <Days key={rule.data.version} path={path} rule={rule.data} />}
    </details>
  )
}

const bounds = { remindAfterDays: [1, 90], expireAfterDays: [2, 365] } as const
const names = ['remindAfterDays', 'expireAfterDays'] as const

function Days({ path, rule }: { path: string; rule: ReferralRule }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [days, setDays] = useState({
    remindAfterDays: `${rule.remindAfterDays}`,
    expireAfterDays: `${rule.expireAfterDays}`,
  })
  const saving = useMutation({
    mutationFn: (to: ReferralRule) => api.put(`${path}/referral-rule`, to),
    onSuccess: () => {
      announce(t('referralLoop.ruleSaved'))
      void client.invalidateQueries({ queryKey: ['referral-rule'] })
    },
  })
  const problemOf = (name: (typeof names)[number]) => {
    const [from, to] = bounds[name]
    const is = Number(days[name])
    return Number.isInteger(is) && is >= from && is <= to ? undefined : t('referralLoop.daysWrong', { from, to })
  }
  const save = () => {
    if (names.some(problemOf)) return
    const [remindAfterDays, expireAfterDays] = [Number(days.remindAfterDays), Number(days.expireAfterDays)]
    saving.mutate({ remindAfterDays, expireAfterDays, version: rule.version })
  }
  return (
    <SubmitForm submit={t('referralLoop.saveRule')} waiting={saving.isPending} problem={saving.error} onSubmit={save}>
      {names.map((name) => (
        <Field key={name} label={t(`referralLoop.${name}`)} error={problemOf(name)}>
          {(describe) => (
            <input
              {...describe}
              inputMode="numeric"
              value={days[name]}
              onChange={({ target }) => setDays({ ...days, [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </SubmitForm>
  )
}
