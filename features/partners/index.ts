import type { Feature } from '#platform/app.ts'
import { exportList } from '#platform/exports.ts'
import { exportedServices } from './exports.ts'
import { finderRoutes } from './finder/routes.ts'
import { hsdsRoutes } from './hsds/routes.ts'
import { routes } from './routes.ts'
import { serviceRoutes } from './services/routes.ts'

export const partners: Feature = {
  name: 'partners',
  routes: async (app, database) => {
    await routes(app, database)
    await serviceRoutes(app, database)
    await finderRoutes(app, database)
    await hsdsRoutes(app, database)
    exportList(app, database, exportedServices)
  },
}
