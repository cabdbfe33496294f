import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SavingUnknown } from '../problem.ts'
import { ActionButton } from './ActionButton.tsx'
import { useSentence } from './use-sentence.ts'
import './Notice.css'

type Props = {
  problem: unknown
  onRetry?: () => void
  /** What else the person can know or do. */
  children?: ReactNode
}

/** What went wrong in a sentence, and what to do. */
export function ProblemNotice({ problem, onRetry, children }: Props) {
  const { t } = useTranslation()
  const sentence = useSentence()
  return (
    <div className="notice notice-problem" role="alert">
      <p>
        <strong>{t(problem instanceof SavingUnknown ? 'problem.unsureTitle' : 'problem.title')}</strong>{' '}
        {sentence(problem)}
      </p>
      {children}
      {onRetry && <ActionButton onClick={onRetry}>{t('action.tryAgain')}</ActionButton>}
    </div>
  )
}
