import type pg from 'pg'
import { openDistrict, recompute } from './district.ts'

const rounds = 3
export const asOf = '2025-07-15'
type District = Awaited<ReturnType<typeof openDistrict>>

/** The median of some rounds, in milliseconds. */
export async function median(prepare: () => Promise<unknown>, work: () => Promise<unknown>) {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await prepare()
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return Math.round(times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!)
}

const clear = (owner: pg.Client) => owner.query('truncate flag, attendance_summary, behavior_summary, course_summary')

/** Milliseconds for the flags of all students from the stored facts: of none that are there, and of all that are there already. */
export async function timeFlags({ owner, importer, ids }: District) {
  const work = () => recompute(importer, ids, asOf)
  return { anew: await median(() => clear(owner), work), again: await median(async () => {}, work) }
}

/** The same for a district of that many students of its own. */
export async function measureFlags(students: number) {
  const district = await openDistrict(students)
  try {
    return await timeFlags(district)
  } finally {
    await district.close()
  }
}
