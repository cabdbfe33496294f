import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { goOn } from '#web/open/go-on.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { enterWithPasskey, hasPasskeys, PasskeyCancelled } from './passkey.ts'

/** The device shows the passkeys that it has for this site; no address is asked for. */
export function PasskeyButton({ next }: { next?: string | undefined }) {
  const { t } = useTranslation()
  const enter = useMutation({
    mutationFn: async () => {
      await enterWithPasskey('/session/passkey')
      await goOn(next)
    },
  })
  if (!hasPasskeys()) return null
  return (
    <>
      <ActionButton aria-busy={enter.isPending} onClick={() => !enter.isPending && enter.mutate()}>
        {t('passkeys.use')}
      </ActionButton>
      {enter.error instanceof PasskeyCancelled ? (
        <p role="status">{t('passkeys.cancelled')}</p>
      ) : (
        enter.error && <ProblemNotice problem={enter.error} />
      )}
    </>
  )
}
