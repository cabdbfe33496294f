import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { SignInRow } from '../sign-in/contract.ts'
import { browserOf } from './browser-name.ts'

/** When, how and from which browser this account was entered, and the tries that were refused. */
export function SignInHistory() {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const history = useQuery({
    queryKey: ['sign-ins'],
    queryFn: ({ signal }) => api.get<SignInRow[]>('/account/sign-ins', { signal }),
  })
  const wayOf = (how: string) =>
    i18n.exists(`sessions.how.${how}`) ? t(`sessions.how.${how}` as 'sessions.how.demo') : how
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      <p>{t('history.text')}</p>
      {history.isPending && <Waiting />}
      {history.isError && <ProblemNotice problem={history.error} onRetry={() => void history.refetch()} />}
      <ul className="plain-list">
        {history.data?.map(({ id, at, how, isRefused, userAgent }) => {
          const { browser, system } = browserOf(userAgent)
          const device =
            browser && system ? t('sessions.device', { browser, system }) : (browser ?? t('sessions.unknown'))
          return (
            <li key={id} className="account-row">
              <span>
                {format.moment(at)}
                <span className="small soft"> · {[wayOf(how), device].join(' · ')}</span>
              </span>
              {isRefused && <span className="sign-in-refused">{t('history.refused')}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
