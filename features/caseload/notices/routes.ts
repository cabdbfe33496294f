import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done } from '../../people/contract.ts'
import { Notices, Seen } from './contract.ts'
import * as query from './queries.ts'

/** What happened that concerns the reader. Nothing is opened for a partner: its notices name no student. */
export async function noticeRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/notices',
    { schema: { summary: 'List one’s own notices of the last thirty days', response: { 200: Notices } } },
    async (request) => {
      const { rows } = await doors.read(request, null, [query.listNotices()])
      return { notices: rows[0], unseen: rows[0].filter(({ isNew }) => isNew).length }
    },
  )

  app.put(
    '/:community/notices/seen',
    { schema: { summary: 'Mark one’s own notices as seen, up to a moment', body: Seen, response: { 200: Done } } },
    async (request) => {
      await doors.as(request, null, (tx) => tx(query.seeNotices(request.body.until)))
      return { ok: true }
    },
  )
}
