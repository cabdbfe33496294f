import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { InvitationRow, InvitingPlaces } from '../contract.ts'

export const invitationsQuery = (path: string) =>
  queryOptions({
    queryKey: ['invitations', path],
    queryFn: ({ signal }) => api.get<InvitationRow[]>(`${path}/invitations`, { signal }),
  })

export const placesQuery = (path: string) =>
  queryOptions({
    queryKey: ['inviting-places', path],
    queryFn: ({ signal }) => api.get<InvitingPlaces>(`${path}/invitations/places`, { signal }),
  })

export type State = 'accepted' | 'withdrawn' | 'expired' | 'sent' | 'waiting' | 'not_delivered'

/** Where an invitation stands, at this moment. */
export function stateOf({ usedAt, withdrawnAt, expiresAt, mail }: InvitationRow, now = Date.now()): State {
  if (usedAt) return 'accepted'
  if (withdrawnAt) return 'withdrawn'
  if (Date.parse(expiresAt) <= now) return 'expired'
  return mail ?? 'waiting'
}
