import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import type { Assignment, Choice, NewAssignment } from '../../assigning/contract.ts'

type Wish = { schoolId: string; coordinator: string | null; choice: Choice }

/** Gives students to a coordinator or takes them off a caseload, and undoes the last act. */
export function useAssigning() {
  const { t } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const client = useQueryClient()
  const refresh = () =>
    Promise.all(['caseloads', 'home', 'students'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  const assign = useMutation({
    mutationFn: ({ schoolId, coordinator, choice }: Wish) =>
      api.post<Assignment, NewAssignment>(`${path}/caseloads/assignments`, {
        schoolId,
        choice,
        ...(coordinator && { coordinator }),
      }),
    onSuccess: ({ moved }) => {
      announce(t('caseload.moved', { count: moved, number: format.number(moved) }))
      return refresh()
    },
  })
  const undo = useMutation({
    mutationFn: (id: string) => api.post(`${path}/caseloads/assignments/${id}/undoing`),
    onSuccess: () => {
      assign.reset()
      announce(t('caseload.undone'))
      return refresh()
    },
  })
  return { assign, undo }
}
