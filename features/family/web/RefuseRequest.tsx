import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { ConsentRequest } from '../contract.ts'
import { referralsQuery, useWithdrawReferral } from './family-queries.ts'
import { useFamily } from './use-family.ts'

type Props = { request: ConsentRequest; onAnswered: (sentence: string) => void }

/** Saying no is as easy as saying yes, and nothing is lost by it. */
export function RefuseRequest({ request, onAnswered }: Props) {
  const { t } = useTranslation()
  const { community, child } = useFamily()
  const [isAsking, setAsking] = useState(false)
  const referrals = useQuery(referralsQuery(community, child.studentId))
  const withdraw = useWithdrawReferral(community)
  const waiting = referrals.data?.find(
    ({ state, organizationId, serviceName }) =>
      state === 'awaiting_consent' && organizationId === request.organizationId && serviceName === request.serviceName,
  )
  if (!waiting) return null
  const organization = request.organizationName
  const refuse = () => {
    setAsking(false)
    withdraw.mutate(waiting.id, { onSuccess: () => onAnswered(t('consent.refused', { organization })) })
  }
  return (
    <div className="family-actions">
      <ActionButton kind="quiet" onClick={() => setAsking(true)}>
        {t('consent.refuse')}
      </ActionButton>
      {withdraw.isError && <ProblemNotice problem={withdraw.error} />}
      <ConfirmDialog
        open={isAsking}
        title={t('consent.refuseTitle', { organization })}
        confirm={t('consent.refuse')}
        onConfirm={refuse}
        onCancel={() => setAsking(false)}
      >
        <p>{t('consent.refuseText')}</p>
      </ConfirmDialog>
    </div>
  )
}
