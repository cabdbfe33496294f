import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from './ActionButton.tsx'
import './ConfirmDialog.css'

type Props = {
  open: boolean
  title: string
  /** What will happen, and whether it can be undone. */
  children: ReactNode
  /** The verb itself: "Withdraw consent", never "OK". */
  confirm: string
  grave?: boolean
  onConfirm: () => void
  /** Absent when there is only one way on. */
  onCancel?: () => void
  /** What Escape does where nothing is decided and so nothing can be canceled. */
  onEscape?: () => void
}

export function ConfirmDialog({ open, title, children, confirm, grave, onConfirm, onCancel, onEscape }: Props) {
  const { t } = useTranslation()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  const cancel = (event: React.SyntheticEvent) => {
    event.preventDefault()
    ;(onCancel ?? onEscape)?.()
  }
  return (
    <dialog ref={dialog} className="confirm-dialog" aria-labelledby={titleId} onCancel={cancel}>
      {open && (
        <>
          <h2 id={titleId}>{title}</h2>
          <div>{children}</div>
          <div className="confirm-dialog-actions">
            {onCancel && <ActionButton onClick={onCancel}>{t('action.cancel')}</ActionButton>}
            <ActionButton kind={grave ? 'grave' : 'main'} onClick={onConfirm}>
              {confirm}
            </ActionButton>
          </div>
        </>
      )}
    </dialog>
  )
}
