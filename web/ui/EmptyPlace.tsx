import type { ReactNode } from 'react'
import './EmptyPlace.css'

type Props = {
  /** What will be here. */
  title: string
  children?: ReactNode
  /** The one thing to do first. */
  first?: ReactNode
}

export function EmptyPlace({ title, children, first }: Props) {
  return (
    <div className="empty-place">
      <svg width="44" height="44" viewBox="0 0 44 44" fill="none" stroke="var(--line-strong)" aria-hidden="true">
        <circle cx="22" cy="22" r="20" strokeWidth="1.5" strokeDasharray="3 4" />
        <circle cx="22" cy="22" r="11" strokeWidth="1.5" strokeDasharray="3 4" />
        <circle cx="22" cy="22" r="3.5" fill="var(--line-strong)" stroke="none" />
      </svg>
      <div>
        <p className="empty-place-title">{title}</p>
        {children && <div className="soft">{children}</div>}
        {first && <div className="empty-place-first">{first}</div>}
      </div>
    </div>
  )
}
