import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Consent, Disclosure, NewConsent, Viewer } from '../../access/contract.ts'
import type { Figures } from '../../caseload/contract.ts'
import type { Referral } from '../../referrals/contract.ts'
import type { StudentRecord } from '../../students/contract.ts'
import type { Child } from '../contract.ts'

const about = <Answer>(name: string, path: string) =>
  queryOptions({ queryKey: ['family', name, path], queryFn: ({ signal }) => api.get<Answer>(path, { signal }) })

export const childQuery = (community: string) => about<Child>('child', `/${community}/my/child`)

const ofStudent =
  <Answer>(name: string, end = `/${name}`) =>
  (community: string, student: string) =>
    about<Answer>(name, `/${community}/students/${student}${end}`)

export const recordQuery = ofStudent<StudentRecord>('record', '')
export const figuresQuery = ofStudent<Figures>('figures')
export const consentsQuery = ofStudent<Consent[]>('consents')
export const viewersQuery = ofStudent<Viewer[]>('viewers')
export const disclosuresQuery = ofStudent<Disclosure[]>('disclosures')
export const referralsQuery = ofStudent<Referral[]>('referrals')

/**
 * After each act everything about the child is read anew: one consent changes what many pages say. That is not waited for: the
 * form may be gone by then, and with it the thanks.
 */
function useAct<Input>(act: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: act, onSettled: () => void client.invalidateQueries({ queryKey: ['family'] }) })
}

export const useGiveConsent = (community: string) =>
  useAct((consent: NewConsent) => api.post(`/${community}/consents`, consent))

export const useWithdrawConsent = (community: string) =>
  useAct((id: string) => api.post(`/${community}/consents/${id}/withdrawal`))

export const useWithdrawReferral = (community: string) =>
  useAct((id: string) => api.post(`/${community}/referrals/${id}/steps`, { state: 'withdrawn' }))

export const useWrite = (community: string, student: string) =>
  useAct(({ element, ...body }: { element: 'voice' | 'needs' | 'strengths'; body: string; domain?: string }) =>
    api.post(`/${community}/students/${student}/writings/${element}`, body),
  )
