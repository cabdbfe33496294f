import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#web/ui/announcement.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { AccountPart } from './account-query.ts'
import { browserOf } from './browser-name.ts'
import { hasPasskeys, makePasskey, PasskeyCancelled } from './passkey.ts'
import { PasskeyRowItem } from './PasskeyRowItem.tsx'

/** A passkey is the quickest way in and cannot be given to a false page. */
export function PasskeySection({ account, onChange }: AccountPart) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const name = useRef<HTMLInputElement>(null)
  const { browser, system } = browserOf(navigator.userAgent)
  const add = useMutation({
    mutationFn: () => makePasskey(name.current?.value.trim() ?? ''),
    onSuccess: () => {
      setOpen(false)
      announce(t('passkeys.added'))
      return onChange()
    },
  })
  const isCancelled = add.error instanceof PasskeyCancelled
  const reason = !account.isProved ? t('account.unlockFirst') : hasPasskeys() ? undefined : t('passkeys.notHere')
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t('passkeys.title')}</h2>
      <p>{t('passkeys.text')}</p>
      {account.passkeys.map((passkey) => (
        <PasskeyRowItem key={passkey.id} passkey={passkey} isProved={account.isProved} onChange={onChange} />
      ))}
      {isOpen ? (
        <SubmitForm
          label={t('passkeys.add')}
          submit={t('passkeys.make')}
          waiting={add.isPending}
          problem={isCancelled ? null : add.error}
          onSubmit={() => (name.current?.value.trim() ? add.mutate() : name.current?.focus())}
          onCancel={() => setOpen(false)}
        >
          <Field label={t('passkeys.name')} hint={t('passkeys.nameHint')}>
            {(describe) => (
              <input
                {...describe}
                ref={name}
                maxLength={80}
                defaultValue={[browser, system].filter(Boolean).join(', ')}
              />
            )}
          </Field>
          {isCancelled && <p role="status">{t('passkeys.cancelled')}</p>}
        </SubmitForm>
      ) : (
        <ActionButton disabledReason={reason} onClick={() => setOpen(true)}>
          {t('passkeys.add')}
        </ActionButton>
      )}
    </section>
  )
}
