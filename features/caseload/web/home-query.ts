import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Home } from '../contract.ts'

export type Scope = Home['scope']

/** As many students as one page of Today holds. */
export const homePageSize = 50

export const homeQuery = (path: string, language: string, scope: Scope, page: number) =>
  queryOptions({
    queryKey: ['home', path, language, scope, page],
    queryFn: ({ signal }) =>
      api.get<Home>(`${path}/home`, { search: { scope, offset: (page - 1) * homePageSize }, signal }),
    placeholderData: keepPreviousData,
  })
