import type { Feature } from '#platform/app.ts'
import { householdRoutes } from './household/routes.ts'
import { reviewRoutes } from './review/routes.ts'
import { routes } from './routes.ts'

export const needs: Feature = {
  name: 'needs',
  routes: async (app, database) => {
    await routes(app, database)
    await householdRoutes(app, database)
    await reviewRoutes(app, database)
  },
}
