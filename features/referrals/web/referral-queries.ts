import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { api } from '#web/api.ts'
import type { StudentRecord } from '../../students/contract.ts'
import type { Answer, FamilyWord, Participant, Referral, ReferralEvent, Step } from '../contract.ts'

// Every reading by a partner is an opening that the family sees: nothing is read again only because a window came to the front,
// and nothing that was read stays in memory after its page was left.
const asked = { refetchOnWindowFocus: false, refetchOnReconnect: false, staleTime: 0, gcTime: 0 } as const

export const referralsQuery = (path: string) =>
  queryOptions({
    ...asked,
    queryKey: ['referrals', path],
    queryFn: ({ signal }) => api.get<Referral[]>(`${path}/referrals`, { signal }),
  })

export const participantsQuery = (path: string) =>
  queryOptions({
    ...asked,
    queryKey: ['participants', path],
    queryFn: ({ signal }) => api.get<Participant[]>(`${path}/participants`, { signal }),
  })

export const participantQuery = (path: string, id: string) =>
  queryOptions({
    ...asked,
    queryKey: ['participant', path, id],
    queryFn: ({ signal }) => api.get<StudentRecord>(`${path}/students/${id}`, { signal }),
  })

export const eventsQuery = (path: string, id: string) =>
  queryOptions({
    ...asked,
    queryKey: ['referrals', path, id, 'events'],
    queryFn: ({ signal }) => api.get<ReferralEvent[]>(`${path}/referrals/${id}/events`, { signal }),
  })

// Where a referral is shown: its own lists, the page of the student, today, the family's pages.
const shownIn = new Set<unknown>(['referrals', 'student', 'home', 'due', 'family'])

function useReferralAct<Input>(act: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  // Not waited for: the card may be gone by then, and with it the sentence that says what was done.
  return useMutation({
    mutationFn: act,
    onSettled: () => void client.invalidateQueries({ predicate: ({ queryKey }) => shownIn.has(queryKey[0]) }),
  })
}

export const useAnswer = (path: string) =>
  useReferralAct(({ id, ...answer }: { id: string } & Static<typeof Answer>) =>
    api.post(`${path}/referrals/${id}/answer`, answer),
  )

export const useStep = (path: string) =>
  useReferralAct(({ id, ...step }: { id: string } & Step) => api.post(`${path}/referrals/${id}/steps`, step))

export const useSendDraft = (path: string) =>
  useReferralAct(({ id, request }: { id: string; request: string }) =>
    api.post(`${path}/referrals/${id}/sending`, { request }),
  )

export const useSayOutcome = (path: string) =>
  useReferralAct(({ id, ...word }: { id: string } & FamilyWord) => api.post(`${path}/referrals/${id}/words`, word))
