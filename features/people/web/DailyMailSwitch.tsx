import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { Field } from '#web/ui/Field.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { DailyMail } from '../daily-mail/contract.ts'

const queryKey = ['daily-mail']
const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** Whether a mail says each day how much is new, and from which hour on. */
export function DailyMailSwitch() {
  const { t } = useTranslation()
  const format = useFormat()
  const client = useQueryClient()
  const choice = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<DailyMail>('/account/daily-mail', { signal }),
  })
  const choose = useMutation({
    mutationFn: (wish: DailyMail) => api.put<DailyMail, DailyMail>('/account/daily-mail', wish),
    onSuccess: (chosen) => client.setQueryData(queryKey, chosen),
  })
  const { wanted, hour } = (choose.isPending ? choose.variables : choice.data) ?? { wanted: false, hour: 7 }
  return (
    <section aria-labelledby="daily-mail">
      <h2 id="daily-mail">{t('dailyMail.title')}</h2>
      <label className="choice">
        <input
          type="checkbox"
          checked={wanted}
          disabled={!choice.data}
          onChange={({ target }) => choose.mutate({ wanted: target.checked, hour })}
        />
        <span>{t('dailyMail.wanted')}</span>
      </label>
      {wanted && (
        <Field label={t('dailyMail.hour')} hint={t('dailyMail.hourHint')}>
          {(describe) => (
            <select
              {...describe}
              value={hour}
              onChange={({ target }) => choose.mutate({ wanted, hour: Number(target.value) })}
            >
              {hours.map((each) => (
                <option key={each} value={each}>
                  {format.hour(each)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <p className="small soft">{t('dailyMail.text')}</p>
      {(choice.error ?? choose.error) && <ProblemNotice problem={choice.error ?? choose.error} />}
    </section>
  )
}
