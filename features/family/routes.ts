import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { Child } from './contract.ts'
import { findChild, listConsentRequests } from './queries.ts'

export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/my/child',
    { schema: { summary: 'Read for whom a guardian or student is here', response: { 200: Child } } },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [findChild(), listConsentRequests()])
      if (entered.hatKind === 'membership' || !entered.studentId) throw problems.notYours()
      const child = rows[0][0]
      return {
        studentId: entered.studentId,
        name: child?.name ?? null,
        schoolName: child?.schoolName ?? null,
        gradeLevel: child?.gradeLevel ?? null,
        isSelf: entered.hatKind === 'self',
        today: entered.today,
        requests: rows[1],
      }
    },
  )
}
