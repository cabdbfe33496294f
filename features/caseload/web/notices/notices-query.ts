import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Notices } from '../../notices/contract.ts'

const everyMs = 5 * 60_000

/** One's own notices, asked for anew every five minutes while the page is looked at. */
export const noticesQuery = (path: string) =>
  queryOptions({
    queryKey: ['notices', path],
    queryFn: ({ signal }) => api.get<Notices>(`${path}/notices`, { signal }),
    staleTime: 60_000,
    refetchInterval: everyMs,
  })
