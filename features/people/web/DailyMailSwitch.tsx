import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { DailyMail } from '../daily-mail/contract.ts'

const queryKey = ['daily-mail']

/** Whether a mail says each morning how much is new. */
export function DailyMailSwitch() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const choice = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<DailyMail>('/account/daily-mail', { signal }),
  })
  const choose = useMutation({
    mutationFn: (wanted: boolean) => api.put<DailyMail, DailyMail>('/account/daily-mail', { wanted }),
    onSuccess: (chosen) => client.setQueryData(queryKey, chosen),
  })
  return (
    <section aria-labelledby="daily-mail">
      <h2 id="daily-mail">{t('dailyMail.title')}</h2>
      <label className="choice">
        <input
          type="checkbox"
          checked={choose.isPending ? choose.variables : (choice.data?.wanted ?? false)}
          disabled={!choice.data}
          onChange={({ target }) => choose.mutate(target.checked)}
        />
        <span>{t('dailyMail.wanted')}</span>
      </label>
      <p className="small soft">{t('dailyMail.text')}</p>
      {(choice.error ?? choose.error) && <ProblemNotice problem={choice.error ?? choose.error} />}
    </section>
  )
}
