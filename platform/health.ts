import type { App } from './app.ts'
import { sql, type Database } from './database.ts'
import { Problem } from './problems.ts'

const ok = { type: 'object', required: ['status'], properties: { status: { type: 'string', const: 'ok' } } }

/**
 * What a proxy or an orchestrator asks. `/health/live`: the process answers. `/health/ready`: the database answers too, so that
 * requests may be sent here. Neither says anything about the installation.
 */
export function serveHealth(app: App, database: Database) {
  const schema = (summary: string) => ({ hide: true, summary, response: { 200: ok } })
  const live = schema('Say whether the process answers')
  const ready = schema('Say whether requests may be sent here')
  app.get('/health/live', { config: { public: true }, schema: live }, async () => ({ status: 'ok' }))
  app.get('/health/ready', { config: { public: true }, schema: ready }, async () => {
    await database.knock(sql`select door.is_ready()`).catch(() => {
      throw new Problem(503, 'database_down', 'The database does not answer. Please try again in a minute.')
    })
    return { status: 'ok' }
  })
}
