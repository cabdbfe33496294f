import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { SystemPlace, TokenList } from '../contract.ts'

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => api.get<TokenList>('/tokens', { signal }),
})

export const systemPlacesQuery = (community: string) =>
  queryOptions({
    queryKey: ['tokens', 'system-places', community],
    queryFn: ({ signal }) => api.get<SystemPlace[]>(`/${community}/system-places`, { signal }),
  })

type Description = { paths: Record<string, Record<string, { tags?: string[] }>> }

/** The parts of the API that work inside a community, by their tags. */
export const areasQuery = queryOptions({
  queryKey: ['tokens', 'areas'],
  queryFn: async ({ signal }) => areasOf(await api.get<Description>('/openapi.json', { signal })),
  staleTime: Infinity,
})

const closedToTokens = new Set(['tokens'])

export function areasOf({ paths }: Description): string[] {
  const inside = Object.entries(paths).filter(([path]) => path.includes('{community}'))
  const tags = inside.flatMap(([, operations]) => Object.values(operations).flatMap((each) => each.tags ?? []))
  return [...new Set(tags)].filter((tag) => !closedToTokens.has(tag))
}
