import { type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { placeNear } from './place-near.ts'
import './Origin.css'

export type OriginFacts = {
  definition: string
  window?: string
  source?: string
  importedAt?: string
  n?: number
  /** The preset and its version, where the number raised a flag. */
  rule?: string
}

type Props = {
  /** The number's name, as read aloud. */
  of: string
  facts: OriginFacts
  /** Told when the panel opens, for facts that are fetched only then. */
  onOpen?: () => void
  /** What stands under the facts, such as that more is on its way. */
  children?: ReactNode
}

/** The ⓘ beside a number: what it means and where it comes from. */
export function Origin({ of, facts, onOpen, children }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const rows: [string, string | undefined][] = [
    [t('origin.definition'), facts.definition],
    [t('origin.window'), facts.window],
    [t('origin.source'), facts.source],
    [t('origin.importedAt'), facts.importedAt && format.moment(facts.importedAt)],
    [t('origin.n'), facts.n === undefined ? undefined : format.number(facts.n)],
    [t('origin.rule'), facts.rule],
  ]
  return (
    <span className="origin not-in-print">
      <button
        ref={trigger}
        type="button"
        className="origin-button"
        popoverTarget={id}
        aria-label={t('origin.open', { of })}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <circle cx="8" cy="4.6" r="1" fill="currentColor" />
          <path d="M8 7v5" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
        </svg>
      </button>
      <span
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('origin.title', { of })}
        className="origin-panel"
        onToggle={(event) => {
          if (event.newState !== 'open') return
          placeNear(trigger.current, event.currentTarget)
          onOpen?.()
        }}
      >
        {rows.map(([name, value]) => value && <OriginRow key={name} name={name} value={value} />)}
        {children}
      </span>
    </span>
  )
}

const OriginRow = ({ name, value }: { name: string; value: string }) => (
  <span className="origin-row">
    <strong>{name}</strong> {value}
  </span>
)
