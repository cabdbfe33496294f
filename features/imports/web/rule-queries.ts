import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import type { CourseSubject, CourseSubjects, DayRule } from '../rules/contract.ts'

export const dayRuleQuery = (path: string) =>
  queryOptions({
    queryKey: ['attendance-rule', path],
    queryFn: ({ signal }) => api.get<DayRule>(`${path}/attendance-rule`, { signal }),
  })
export const courseSubjectsQuery = (path: string) =>
  queryOptions({
    queryKey: ['course-subjects', path],
    queryFn: ({ signal }) => api.get<CourseSubject[]>(`${path}/course-subjects`, { signal }),
  })

function useSaving<Body>(place: string, onDone: () => void) {
  const { path } = useCommunity()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body) => api.put<unknown, Body>(`${path}/${place}`, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [place] })
      onDone()
    },
  })
}
export const useSetDayRule = (onDone: () => void) => useSaving<DayRule>('attendance-rule', onDone)
export const useSetCourseSubjects = (onDone: () => void) => useSaving<CourseSubjects>('course-subjects', onDone)
