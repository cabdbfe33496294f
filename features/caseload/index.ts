import type { Feature } from '#platform/app.ts'
import { exportList } from '#platform/exports.ts'
import { assigningRoutes } from './assigning/routes.ts'
import { bulkRoutes } from './bulk/routes.ts'
import { dueRoutes } from './due/routes.ts'
import { exportedStudents, exportedWaiting } from './exports.ts'
import { noticeRoutes } from './notices/routes.ts'
import { routes } from './routes.ts'
import { viewRoutes } from './views/routes.ts'

export const caseload: Feature = {
  name: 'caseload',
  routes: async (app, database) => {
    await routes(app, database)
    exportList(app, database, exportedStudents)
    exportList(app, database, exportedWaiting)
    await assigningRoutes(app, database)
    await dueRoutes(app, database)
    await viewRoutes(app, database)
    await bulkRoutes(app, database)
    await noticeRoutes(app, database)
  },
}
