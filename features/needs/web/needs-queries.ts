import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { ProblemError } from '#web/problem.ts'
import { announce } from '#web/ui/announcement.ts'
import type { NeedBefore, StudentNeeds } from '../contract.ts'

export const needsQuery = (path: string, id: string, language: string) =>
  queryOptions({
    queryKey: ['student', path, id, 'needs', language],
    queryFn: ({ signal }) => api.get<StudentNeeds>(`${path}/students/${id}/needs`, { signal }),
  })

export const needBeforeQuery = (path: string, student: string, need: string, revision: number) =>
  queryOptions({
    queryKey: ['student', path, student, 'need', need, revision],
    queryFn: ({ signal }) => api.get<NeedBefore[]>(`${path}/students/${student}/needs/${need}/changes`, { signal }),
  })

/** Sends one act about needs; afterwards, or when somebody was faster, the page reads the student anew. */
export function useNeedAct<Body>(to: string, name: string, onDone: () => void) {
  const client = useQueryClient()
  const { t } = useTranslation()
  const again = () => void client.invalidateQueries({ queryKey: ['student'] })
  return useMutation({
    mutationFn: (body: Body) => api.post(to, body as object),
    onSuccess: () => {
      announce(t('write.saved', { name }))
      again()
      void client.invalidateQueries({ queryKey: ['home'] })
      onDone()
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.status === 409) again()
    },
  })
}
