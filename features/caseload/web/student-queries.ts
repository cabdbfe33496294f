import { queryOptions } from '@tanstack/react-query'
import type { Viewer } from '#features/access/contract.ts'
import type { Referral } from '#features/referrals/contract.ts'
import type { StudentRecord } from '#features/students/contract.ts'
import { api } from '#web/api.ts'
import type { Figures } from '../contract.ts'

const of = <Answer>(part: string, path: string, id: string, language = '') =>
  queryOptions({
    queryKey: ['student', path, id, part, language],
    queryFn: ({ signal }) => api.get<Answer>(`${path}/students/${id}${part}`, { signal }),
  })

export const recordQuery = (path: string, id: string) => of<StudentRecord>('', path, id)
export const figuresQuery = (path: string, id: string, language: string) => of<Figures>('/figures', path, id, language)
export const viewersQuery = (path: string, id: string) => of<Viewer[]>('/viewers', path, id)
export const studentReferralsQuery = (path: string, id: string) => of<Referral[]>('/referrals', path, id)
