import type { Feature } from '#platform/app.ts'
import { exportList } from '#platform/exports.ts'
import { exportedProblems } from './exports.ts'
import { routes } from './routes.ts'

export const imports: Feature = {
  name: 'imports',
  routes: async (app, database, surroundings) => {
    await routes(app, database, surroundings)
    exportList(app, database, exportedProblems)
  },
}
