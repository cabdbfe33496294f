import { useTranslation } from 'react-i18next'
import type { ProviderRow } from '../sign-in/contract.ts'
import './OtherWays.css'
import { PasskeyButton } from './PasskeyButton.tsx'
import { ProviderButton } from './ProviderButton.tsx'

type Props = { next?: string | undefined; providers: readonly ProviderRow[] }

export function OtherWays({ next, providers }: Props) {
  const { t } = useTranslation()
  return (
    <section className="other-ways" aria-label={t('signIn.otherWays')}>
      <PasskeyButton next={next} />
      {providers.map((provider) => (
        <ProviderButton key={provider.id} provider={provider} body={{ intent: 'sign_in', ...(next && { next }) }} />
      ))}
    </section>
  )
}
