import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { addDays } from '#web/dates.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { DueItem, ReminderChange } from '../../due/contract.ts'

/** Done, or later. What is done stays on the page until it is left, so that it can be undone. */
export function ReminderButtons({ item, today }: { item: DueItem; today: string }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const [isDone, setDone] = useState(false)
  const change = useMutation({
    mutationFn: (wish: ReminderChange) => api.post(`${path}/reminders/${item.id}/changes`, wish),
    onSuccess: (_answer, wish) => {
      setDone(wish.isDone)
      if (!wish.isDone) void client.invalidateQueries({ queryKey: ['due'] })
    },
  })
  const later = (days: number) => change.mutate({ isDone: false, on: addDays(today, days) })
  return (
    <div className="due-buttons not-in-print">
      {isDone ? (
        <>
          <span role="status">{t('due.isDone')}</span>
          <ActionButton kind="quiet" onClick={() => change.mutate({ isDone: false })}>
            {t('due.undo')}
          </ActionButton>
        </>
      ) : (
        <>
          <ActionButton
            kind="quiet"
            aria-label={t('due.doneOne', { about: item.about })}
            onClick={() => change.mutate({ isDone: true })}
          >
            {t('due.done')}
          </ActionButton>
          <ActionButton kind="quiet" aria-label={t('due.tomorrowOne', { about: item.about })} onClick={() => later(1)}>
            {t('due.tomorrow')}
          </ActionButton>
          <ActionButton kind="quiet" aria-label={t('due.nextWeekOne', { about: item.about })} onClick={() => later(7)}>
            {t('due.nextWeek')}
          </ActionButton>
        </>
      )}
      {change.error && <ProblemNotice problem={change.error} />}
    </div>
  )
}
