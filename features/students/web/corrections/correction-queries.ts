import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import { store } from '#web/store.ts'
import type { Correction, Fact } from '../../corrections/contract.ts'

export const correctionsPartId = 'corrections'

export const correctionsQuery = (path: string, student?: string) =>
  queryOptions({
    queryKey: ['corrections', path, student ?? 'all'],
    queryFn: ({ signal }) =>
      api.get<Correction[]>(student ? `${path}/students/${student}/corrections` : `${path}/corrections`, { signal }),
  })

/** After each act the questions are read anew, and the record too: a statement stands in it. */
export function useCorrectionAct<Body>(addressOf: (body: Body) => { to: string; body: unknown }, onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Body) => {
      const { to, body } = addressOf(input)
      return api.post(to, body)
    },
    onSuccess: () => onDone?.(),
    onSettled: () => {
      for (const key of ['corrections', 'student', 'family']) void client.invalidateQueries({ queryKey: [key] })
    },
  })
}

/** The fact beside which somebody pressed "Say that … is wrong"; the form of the student's page follows it. */
export const askedAbout = store<{ student: string; fact: Fact } | null>(null)
