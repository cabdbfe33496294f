import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Participant } from '../../contract.ts'
import type { Promised } from '../../support/contract.ts'

const isWhole = (text: string, most: number) =>
  Number.isInteger(Number(text)) && Number(text) >= 1 && Number(text) <= most

/** How many times, and how long each time: what is delivered is shown beside it. */
export function PromiseForm({ participant }: { participant: Participant }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const { participationId, studentId, promisedSessions, promisedMinutes } = participant
  const [sessions, setSessions] = useState(`${promisedSessions ?? ''}`)
  const [minutes, setMinutes] = useState(`${promisedMinutes ?? 30}`)
  const [isWrong, setWrong] = useState(false)
  const saving = useMutation({
    mutationFn: (promise: Promised) => api.put(`${path}/participations/${participationId}/promise`, promise),
    onSuccess: () => {
      announce(t('support.promiseSaved'))
      void client.invalidateQueries({ queryKey: ['participants'] })
    },
  })
  const save = () => {
    const isRight = isWhole(sessions, 400) && isWhole(minutes, 600)
    setWrong(!isRight)
    if (isRight) saving.mutate({ studentId, sessions: Number(sessions), minutes: Number(minutes) })
  }
  return (
    <details>
      <summary>{t('support.promise')}</summary>
      <SubmitForm submit={t('support.savePromise')} waiting={saving.isPending} problem={saving.error} onSubmit={save}>
        <Field label={t('support.promiseSessions')} error={isWrong ? t('support.promiseWrong') : undefined}>
          {(describe) => (
            <input
              {...describe}
              inputMode="numeric"
              value={sessions}
              onChange={({ target }) => setSessions(target.value)}
            />
          )}
        </Field>
        <Field label={t('support.promiseMinutes')}>
          {(describe) => (
            <input
              {...describe}
              inputMode="numeric"
              value={minutes}
              onChange={({ target }) => setMinutes(target.value)}
            />
          )}
        </Field>
      </SubmitForm>
    </details>
  )
}
