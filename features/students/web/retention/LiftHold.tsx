import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Hold } from '../../retention/contract.ts'
import { useHoldAct } from './retention-queries.ts'

/** Lifts a hold, once asked again: from then on the record may be destroyed when its time is over. */
export function LiftHold({ hold: { id, studentName, reason } }: { hold: Hold }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [isAsked, setAsked] = useState(false)
  const named = { name: studentName }
  const lift = useHoldAct(
    () => ({ to: `${path}/legal-holds/${id}/release` }),
    () => announce(t('holds.lifted', named)),
  )
  return (
    <>
      <ActionButton
        className="not-in-print"
        aria-label={t('holds.liftThis', named)}
        aria-busy={lift.isPending}
        onClick={() => setAsked(true)}
      >
        {t('holds.lift')}
      </ActionButton>
      {lift.error && <ProblemNotice problem={lift.error} />}
      <ConfirmDialog
        open={isAsked}
        title={t('holds.liftThis', named)}
        confirm={t('holds.lift')}
        grave
        onConfirm={() => {
          setAsked(false)
          lift.mutate(undefined)
        }}
        onCancel={() => setAsked(false)}
      >
        <p>{t('holds.liftText')}</p>
        <p className="soft">{t('holds.because', { reason })}</p>
      </ConfirmDialog>
    </>
  )
}
