import { type ButtonHTMLAttributes, useId } from 'react'
import './ActionButton.css'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: 'main' | 'plain' | 'quiet' | 'grave'
  /** Why the action cannot be taken now. The button stays reachable, so that everyone finds the reason. */
  disabledReason?: string | undefined
}

export function ActionButton({ kind = 'plain', disabledReason, onClick, className, ...rest }: Props) {
  const reasonId = useId()
  const button = (
    <button
      type="button"
      {...rest}
      className={['button', `button-${kind}`, className].filter(Boolean).join(' ')}
      {...(disabledReason && { 'aria-disabled': true, 'aria-describedby': reasonId })}
      onClick={disabledReason ? (event) => event.preventDefault() : onClick}
    />
  )
  if (!disabledReason) return button
  return (
    <span className="button-with-reason">
      {button}
      <span id={reasonId} className="small soft">
        {disabledReason}
      </span>
    </span>
  )
}
