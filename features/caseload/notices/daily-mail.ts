import pg from 'pg'
import type { Statement } from '#platform/database.ts'
import { dailyMail } from './mail-words.ts'
import { countForMail, listDueMails, queueDailyMail, type DueMail } from './queries.ts'

/** The worker's part: looks whose mail of the day is due, counts as each recipient, and queues what there is to tell. */
export function openDailyMail(workerUrl: string, site: string | undefined) {
  const pool = new pg.Pool({ connectionString: workerUrl, max: 1 })
  pool.on('error', () => {})
  // Each statement is a transaction of its own: who has entered as one recipient never goes on as another.
  const run = async <Row>({ text, values }: Statement<Row>) => (await pool.query(text, values)).rows as Row[]

  async function write(due: DueMail) {
    const counts: Record<string, number> = {}
    for (const hat of due.hats)
      for (const { kind, count } of await run(countForMail(due.communityId, hat)))
        counts[kind] = (counts[kind] ?? 0) + count
    await run(queueDailyMail(due, dailyMail(counts, due.locale, site)))
  }

  return {
    tasks: {
      daily_mail: async () => {
        for (const due of await run(listDueMails())) await write(due)
      },
    },
    close: () => pool.end(),
  }
}
