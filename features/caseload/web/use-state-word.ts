import { useTranslation } from 'react-i18next'

/** The state of a referral in words. A state that has no word yet is shown as the server writes it. */
export function useStateWord() {
  const { t, i18n } = useTranslation()
  return (state: string) =>
    i18n.exists(`referralState.${state}`) ? t(`referralState.${state}` as 'referralState.sent') : state
}
