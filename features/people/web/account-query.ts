import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Account } from '../sign-in/contract.ts'

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => api.get<Account>('/account', { signal }),
})

/** What each part of the account page gets. */
export type AccountPart = { account: Account; onChange: () => Promise<void> }
