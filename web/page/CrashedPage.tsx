import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'

export function CrashedPage({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <h1>{t('shell.crashTitle')}</h1>
      <ProblemNotice problem={error} onRetry={reset} />
    </>
  )
}
