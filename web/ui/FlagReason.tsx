import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './FlagReason.css'

export type FlagLevel = 'caution' | 'concern'

type Props = { level: FlagLevel; /** The sentence with the numbers. */ reason: string; origin?: ReactNode }

const shapes: Record<FlagLevel, ReactNode> = {
  caution: <path d="M8 2 L15 14 L1 14 Z" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" />,
  concern: <path d="M8 0.8 L15.2 8 L8 15.2 L0.8 8 Z" fill="currentColor" />,
}

/** What happened, in a sentence. The level has a word and a shape of its own, so color is never the only sign. */
export function FlagReason({ level, reason, origin }: Props) {
  const { t } = useTranslation()
  return (
    <p className="flag-reason">
      <span className={`flag-level flag-${level}`}>
        <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
          {shapes[level]}
        </svg>
        {t(`flag.${level}`)}
      </span>{' '}
      {reason}
      {origin && <> {origin}</>}
    </p>
  )
}
