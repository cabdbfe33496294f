import { Type } from 'typebox'
import type { App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { isLoopback, type Site } from '#platform/site.ts'
import { WaitingMail } from './contract.ts'
import { listOutbox } from './queries.ts'

/**
 * Mail that waits because no mail server is set up. A link that signs somebody in is for its recipient alone, so the page answers
 * only on the machine itself and only while an invented town is all there is; elsewhere the operator has `concentric outbox`.
 */
export async function outboxRoutes(app: App, database: Database, site: Site) {
  app.get(
    '/outbox',
    {
      config: { public: true },
      schema: { summary: 'List mail that waits in the outbox', response: { 200: Type.Array(WaitingMail) } },
    },
    async (request) => {
      if (!isLoopback(request.ip) || site.sendsMail) throw problems.notYours()
      return database.knock(listOutbox())
    },
  )
}
