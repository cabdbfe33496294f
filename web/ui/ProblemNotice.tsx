import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConnectionLost, ProblemError } from '../problem.ts'
import { ActionButton } from './ActionButton.tsx'
import './Notice.css'

type Props = { problem: unknown; onRetry?: () => void; /** What else the person can do. */ children?: ReactNode }

/** What went wrong in a sentence, and what to do. A refusal's own sentence comes from the server. */
export function ProblemNotice({ problem, onRetry, children }: Props) {
  const { t } = useTranslation()
  const known = problem instanceof ProblemError
  const sentence = known
    ? problem.message
    : t(problem instanceof ConnectionLost ? 'problem.noConnection' : 'problem.ours')
  const fields = known ? (problem.problem.fields ?? []) : []
  return (
    <div className="notice notice-problem" role="alert">
      <p>
        <strong>{t('problem.title')}</strong> {sentence}
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      )}
      {children}
      {onRetry && <ActionButton onClick={onRetry}>{t('action.tryAgain')}</ActionButton>}
    </div>
  )
}
