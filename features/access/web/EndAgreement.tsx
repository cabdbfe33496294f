import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Agreement } from '../contract.ts'

export function EndAgreement({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const end = useMutation({
    mutationFn: () => api.post(`${path}/agreements/${agreement.id}/termination`),
    onSuccess: () => {
      announce(t('agreements.ended', { title: agreement.title }))
      return client.invalidateQueries({ queryKey: ['agreements'] })
    },
  })
  const confirm = () => {
    setAsking(false)
    end.mutate()
  }
  return (
    <>
      <ActionButton
        kind="grave"
        aria-label={t('agreements.endThis', { title: agreement.title })}
        onClick={() => setAsking(true)}
      >
        {t('agreements.end')}
      </ActionButton>
      {end.error && <ProblemNotice problem={end.error} />}
      <ConfirmDialog
        open={asking}
        title={t('agreements.endThis', { title: agreement.title })}
        confirm={t('agreements.end')}
        grave
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <p>{t('agreements.endText', { organization: agreement.organizationName })}</p>
      </ConfirmDialog>
    </>
  )
}
