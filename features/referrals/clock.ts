import pg from 'pg'
import type { Statement } from '#platform/database.ts'
import { expireReferrals, listCommunitiesWaiting } from './queries.ts'

/** The worker's part: once a day, referrals that nobody has answered for as long as their district allows come to an end. */
export function openReferralClock(workerUrl: string) {
  const pool = new pg.Pool({ connectionString: workerUrl, max: 1 })
  pool.on('error', () => {})
  // Each statement is a transaction of its own, and a transaction enters one community.
  const run = async <Row>({ text, values }: Statement<Row>) => (await pool.query(text, values)).rows as Row[]
  return {
    tasks: {
      expire_referrals: async () => {
        for (const { community } of await run(listCommunitiesWaiting())) await run(expireReferrals(community))
      },
    },
    close: () => pool.end(),
  }
}
