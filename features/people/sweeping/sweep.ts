import pg from 'pg'
import { sweep } from './queries.ts'

/** How many days are kept: mail that went out, without its text; and sessions, sign-ins, invitations and refusals that are over. */
export type Keeping = { mailDays: number; signInDays: number }

/** The worker's part of tidying up, once a night. */
export function openSweep(workerUrl: string, { mailDays, signInDays }: Keeping) {
  const pool = new pg.Pool({ connectionString: workerUrl, max: 1 })
  pool.on('error', () => {})
  return {
    tasks: {
      sweep: async () => {
        const { text, values } = sweep(mailDays, signInDays)
        await pool.query(text, values)
      },
    },
    close: () => pool.end(),
  }
}
