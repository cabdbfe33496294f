import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'
import { pageHat } from './hat.ts'

export type SessionHat = { id: string; role: string; place: string }

/** Who is signed in, with which hat, in which community. */
export type Session = {
  person: { id: string; name: string }
  hat: SessionHat
  hats: SessionHat[]
  community: { slug: string; name: string; timeZone: string }
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await api.get<Session>('/session', { signal })
    pageHat.set(session.hat.id)
    return session
  },
  staleTime: Infinity,
})
