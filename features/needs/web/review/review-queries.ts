import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { ReviewDesk, ReviewedStudent, ReviewGroups } from '../../review/contract.ts'
import type { ReviewSearch } from './review-search.ts'

export const groupsQuery = (path: string) =>
  queryOptions({
    queryKey: ['reviews', path],
    queryFn: ({ signal }) => api.get<ReviewGroups>(`${path}/reviews`, { signal }),
  })

export const rosterQuery = (path: string, { class: classId, school, grade }: ReviewSearch) => {
  const asked = new URLSearchParams(classId ? { class: classId } : { school: school ?? '', grade: grade ?? '' })
  return queryOptions({
    queryKey: ['reviews', path, 'roster', String(asked)],
    queryFn: ({ signal }) => api.get<ReviewedStudent[]>(`${path}/reviews/students?${asked}`, { signal }),
    enabled: Boolean(classId ?? (school && grade)),
  })
}

export const deskQuery = (path: string, student: string) =>
  queryOptions({
    queryKey: ['reviews', path, 'desk', student],
    queryFn: ({ signal }) => api.get<ReviewDesk>(`${path}/students/${student}/review`, { signal }),
    // What is on the desk is written on; it is read once for each sitting.
    staleTime: Infinity,
    gcTime: 0,
  })
