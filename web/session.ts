import { queryOptions } from '@tanstack/react-query'
import type { Me } from '#features/people/contract.ts'
import { api } from './api.ts'
import { forgetCopiesOfOthers } from './draft-copies.ts'
import { pageHat } from './hat.ts'

/** Who is signed in, and with which hat. The hat that this page gets first is the one it keeps. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await api.get<Me>('/session', { signal })
    forgetCopiesOfOthers(session.hats.map(({ id }) => id))
    if (pageHat.get() === null) pageHat.set(session.hat?.id ?? null)
    return session
  },
  staleTime: Infinity,
})
