import { useTranslation } from 'react-i18next'
import { ConnectionLost } from '../problem.ts'
import { findsServer } from '../reach.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'

export function CrashedPage({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation()
  const isLost = error instanceof ConnectionLost
  // A browser that cannot load a page anew would leave nothing of this one.
  const again = async () => {
    if (await findsServer()) window.location.reload()
  }
  return (
    <>
      <h1>{t(isLost ? 'shell.notLoadedTitle' : 'shell.crashTitle')}</h1>
      <ProblemNotice problem={error} onRetry={isLost ? () => void again() : reset} />
    </>
  )
}
