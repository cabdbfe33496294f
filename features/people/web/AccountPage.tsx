import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { ShortcutSwitch } from '#web/ui/ShortcutSwitch.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { accountQuery } from './account-query.ts'
import './AccountPage.css'
import { CodeAppSection } from './CodeAppSection.tsx'
import { DailyMailSwitch } from './DailyMailSwitch.tsx'
import { PasskeySection } from './PasskeySection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { ProveForm } from './ProveForm.tsx'
import { ProviderProblem } from './ProviderProblem.tsx'
import { ProviderSection } from './ProviderSection.tsx'
import { SignInHistory } from './SignInHistory.tsx'

/** How one's own account is entered, and who tried. Changes ask for a recent proof, so a computer left open gives nothing away. */
export function AccountPage() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const account = useQuery(accountQuery)
  const [wantsToProve, setWantsToProve] = useState(false)
  usePageTitle(t('account.title'))
  if (account.isPending) return <Waiting />
  if (account.isError) return <ProblemNotice problem={account.error} onRetry={() => void account.refetch()} />
  const { isProved, email } = account.data
  const refresh = () => client.invalidateQueries({ queryKey: accountQuery.queryKey })
  const parts = { account: account.data, onChange: refresh }
  return (
    <div className="account-page">
      <h1>{t('account.title')}</h1>
      <p>{t('account.text', { email })}</p>
      <ProviderProblem />
      {!isProved && !wantsToProve && (
        <div className="notice">
          <p>{t('account.locked')}</p>
          <button type="button" className="button button-main" onClick={() => setWantsToProve(true)}>
            {t('account.unlock')}
          </button>
        </div>
      )}
      {!isProved && wantsToProve && <ProveForm {...parts} onCancel={() => setWantsToProve(false)} />}
      <PasskeySection {...parts} />
      <PasswordSection {...parts} />
      <CodeAppSection {...parts} />
      <ProviderSection {...parts} />
      <DailyMailSwitch />
      <section aria-labelledby="shortcuts">
        <h2 id="shortcuts">{t('shortcuts.title')}</h2>
        <ShortcutSwitch />
      </section>
      <SignInHistory />
    </div>
  )
}
