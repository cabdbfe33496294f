import type { Tx } from '#platform/database.ts'
import { planLikeThis, planningForSets, planningAsUsual } from './queries.ts'

/**
 * Runs `work` with the planner told that whole sets are coming. Facts that were imported a moment ago have no statistics yet;
 * without them PostgreSQL expects a handful of rows, loops over them one in another, and needs minutes for a second's work.
 */
export async function withSetsExpected<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  for (const setting of planningForSets) await tx(planLikeThis(setting))
  const result = await work()
  for (const setting of planningAsUsual) await tx(planLikeThis(setting))
  return result
}
