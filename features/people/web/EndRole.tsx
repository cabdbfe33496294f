import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { StaffRow } from '../contract.ts'

/** Ends somebody's role now: the next page that they open shows nothing. */
export function EndRole({ row, roleWord }: { row: StaffRow; roleWord: string }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const named = { name: row.personName, role: roleWord }
  const end = useMutation({
    mutationFn: () => api.post(`${path}/staff/${row.id}/end`),
    onSuccess: () => announce(t('staff.ended', named)),
    onSettled: () => client.invalidateQueries({ queryKey: ['staff'] }),
  })
  if (row.isSelf) return <span className="small soft">{t('staff.self')}</span>
  return (
    <>
      <ActionButton aria-label={t('staff.endThis', named)} onClick={() => setAsked(true)}>
        {t('staff.end')}
      </ActionButton>
      {end.error && <ProblemNotice problem={end.error} />}
      <ConfirmDialog
        open={isAsked}
        title={t('staff.endThis', named)}
        confirm={t('staff.end')}
        grave
        onConfirm={() => {
          setAsked(false)
          end.mutate()
        }}
        onCancel={() => setAsked(false)}
      >
        <p>{t('staff.endText')}</p>
      </ConfirmDialog>
    </>
  )
}
