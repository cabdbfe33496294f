import { useTranslation } from 'react-i18next'
import { signOut } from '../hat-actions.ts'
import { usePageTitle } from '../page/use-page-title.ts'
import { ActionButton } from '../ui/ActionButton.tsx'

/** For someone who has an account and no part in any community yet: what to do, and that nothing is wrong. */
export function StrangerPage() {
  const { t } = useTranslation()
  usePageTitle(t('stranger.title'))
  return (
    <>
      <h1>{t('stranger.title')}</h1>
      <p>{t('stranger.text')}</p>
      <ul>
        <li>{t('stranger.family')}</li>
        <li>{t('stranger.worker')}</li>
        <li>{t('stranger.ended')}</li>
      </ul>
      <ActionButton onClick={() => void signOut()}>{t('shell.signOut')}</ActionButton>
    </>
  )
}
