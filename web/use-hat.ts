import { useSuspenseQuery } from '@tanstack/react-query'
import type { Hat } from '#features/people/contract.ts'
import { ProblemError } from './problem.ts'
import { sessionQuery } from './session.ts'

/** The hat in use, on pages that make no sense without one. */
export function useHat(): Hat {
  const { hat } = useSuspenseQuery(sessionQuery).data
  if (hat === null) throw new ProblemError({ status: 403, code: 'no_hat', title: 'no_hat' })
  return hat
}
