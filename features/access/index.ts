import type { Feature } from '#platform/app.ts'
import { exportList } from '#platform/exports.ts'
import { exportedAgreements } from './exports.ts'
import { routes } from './routes.ts'

export const access: Feature = {
  name: 'access',
  routes: async (app, database) => {
    await routes(app, database)
    exportList(app, database, exportedAgreements)
  },
}
