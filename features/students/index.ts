import type { Feature } from '#platform/app.ts'
import { draftRoutes } from './notes/draft-routes.ts'
import { noteRoutes } from './notes/routes.ts'
import { routes } from './routes.ts'

export const students: Feature = {
  name: 'students',
  routes: async (app, database, { site }) => {
    await routes(app, database, site)
    await noteRoutes(app, database)
    await draftRoutes(app, database)
  },
}
