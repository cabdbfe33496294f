import type { App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { DailyMail } from './contract.ts'
import * as query from './queries.ts'

/** Whether one's own account gets the daily mail. */
export async function dailyMailRoutes(app: App, database: Database) {
  app.get(
    '/account/daily-mail',
    { schema: { summary: 'Read whether you get the daily mail', response: { 200: DailyMail } } },
    async (request) => {
      const [found] = await database.knock(query.wantsDailyMail(request.session.tokenHash))
      if (found?.wanted == null) throw problems.notSignedIn()
      return found
    },
  )

  app.put(
    '/account/daily-mail',
    { schema: { summary: 'Say whether you want the daily mail', body: DailyMail, response: { 200: DailyMail } } },
    async (request) => {
      const [chosen] = await database.knock(query.chooseDailyMail(request.session.tokenHash, request.body.wanted))
      return chosen!
    },
  )
}
