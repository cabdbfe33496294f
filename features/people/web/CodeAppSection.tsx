import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { NewCodeApp, RecoveryCodes } from '../sign-in/contract.ts'
import type { AccountPart } from './account-query.ts'
import { CodeAppForm } from './CodeAppForm.tsx'
import { RecoveryCodeList } from './RecoveryCodeList.tsx'

/** An app on the phone that shows six digits, asked for after the password. */
export function CodeAppSection({ account, onChange }: AccountPart) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const begin = useMutation({ mutationFn: () => api.post<NewCodeApp>('/account/code-app') })
  const renew = useMutation({
    mutationFn: () => api.post<RecoveryCodes>('/account/recovery-codes'),
    onSuccess: (made) => {
      setCodes(made.codes)
      return onChange()
    },
  })
  const remove = useMutation({ mutationFn: () => api.delete('/account/code-app'), onSuccess: onChange })
  const reason = account.isProved ? undefined : t('account.unlockFirst')
  const problem = begin.error ?? renew.error ?? remove.error
  const finish = (made: readonly string[]) => {
    setCodes(made)
    begin.reset()
    void onChange()
  }
  return (
    <section aria-labelledby="code-app">
      <h2 id="code-app">{t('codeApp.title')}</h2>
      <p>{account.hasCode ? t('codeApp.on', { count: account.recoveryCodes }) : t('codeApp.off')}</p>
      {codes && <RecoveryCodeList codes={codes} onDone={() => setCodes(null)} />}
      {problem && <ProblemNotice problem={problem} />}
      {begin.data && <CodeAppForm app={begin.data} onCodes={finish} onCancel={() => begin.reset()} />}
      {!begin.data && !codes && (
        <div className="form-actions">
          {!account.hasCode && (
            <ActionButton disabledReason={reason} onClick={() => begin.mutate()}>
              {t('codeApp.setUp')}
            </ActionButton>
          )}
          {account.hasCode && (
            <>
              <ActionButton disabledReason={reason} onClick={() => renew.mutate()}>
                {t('codeApp.renew')}
              </ActionButton>
              <ActionButton kind="quiet" disabledReason={reason} onClick={() => setAsked(true)}>
                {t('codeApp.remove')}
              </ActionButton>
            </>
          )}
        </div>
      )}
      <ConfirmDialog
        open={isAsked}
        title={t('codeApp.remove')}
        confirm={t('account.remove')}
        grave
        onConfirm={() => {
          setAsked(false)
          remove.mutate()
        }}
        onCancel={() => setAsked(false)}
      >
        <p>{t('codeApp.removeText')}</p>
      </ConfirmDialog>
    </section>
  )
}
