import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import type { BulkAct, BulkOffer, NewBulkAct } from '../../bulk/contract.ts'

export type BulkKind = NewBulkAct['kind']
export type Done = BulkAct & { kind: BulkKind }

const undoableMs = 5 * 60_000

/** One act for many, and its undoing for five minutes or until the page is left. */
export function useBulk(onActed: () => void) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const [done, setDone] = useState<Done | null>(null)
  const refresh = () =>
    Promise.all(
      ['students', 'home', 'due', 'caseloads', 'student'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    )
  const act = useMutation({
    mutationFn: async (wanted: NewBulkAct) => ({
      ...(await api.post<BulkAct, NewBulkAct>(`${path}/bulk-acts`, wanted)),
      kind: wanted.kind,
    }),
    onSuccess: (made) => {
      undo.reset()
      setDone(made)
      onActed()
      return refresh()
    },
  })
  const undo = useMutation({
    mutationFn: ({ id }: Done) => api.post(`${path}/bulk-acts/${id}/undoing`),
    onSuccess: () => {
      setDone(null)
      announce(t('bulk.undone'))
      return refresh()
    },
  })
  useEffect(() => {
    if (done === null) return
    const timer = setTimeout(() => setDone(null), undoableMs)
    return () => clearTimeout(timer)
  }, [done])
  return { act, undo, done }
}

export function useBulkOffer() {
  const { path } = useCommunity()
  return useQuery({
    queryKey: ['bulk-offer', path],
    queryFn: ({ signal }) => api.get<BulkOffer>(`${path}/bulk-acts`, { signal }),
    staleTime: 60_000,
  })
}
