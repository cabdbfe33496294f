import type { Feature } from '#platform/app.ts'
import { assigningRoutes } from './assigning/routes.ts'
import { dueRoutes } from './due/routes.ts'
import { routes } from './routes.ts'

export const caseload: Feature = {
  name: 'caseload',
  routes: async (app, database) => {
    await routes(app, database)
    await assigningRoutes(app, database)
    await dueRoutes(app, database)
  },
}
