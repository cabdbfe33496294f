import type { App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { DailyMail } from './contract.ts'
import * as query from './queries.ts'

/** Whether one's own account gets the daily mail. */
export async function dailyMailRoutes(app: App, database: Database) {
  app.get(
    '/account/daily-mail',
    { schema: { summary: 'Read whether and when you get the daily mail', response: { 200: DailyMail } } },
    async (request) => {
      const [found] = await database.knock(query.findDailyMailWish(request.session.tokenHash))
      if (!found) throw problems.notSignedIn()
      return found
    },
  )

  app.put(
    '/account/daily-mail',
    {
      schema: {
        summary: 'Say whether and when you want the daily mail',
        body: DailyMail,
        response: { 200: DailyMail },
      },
    },
    async (request) => {
      await database.knock(query.chooseDailyMail(request.session.tokenHash, request.body))
      return request.body
    },
  )
}
