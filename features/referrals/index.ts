import type { Feature } from '#platform/app.ts'
import { exportList } from '#platform/exports.ts'
import { exportedReferrals, exportedParticipants } from './exports.ts'
import { placeRoutes } from './places/routes.ts'
import { routes } from './routes.ts'
import { stepRoutes } from './step-routes.ts'

export const referrals: Feature = {
  name: 'referrals',
  routes: async (app, database) => {
    await routes(app, database)
    await placeRoutes(app, database)
    await stepRoutes(app, database)
    exportList(app, database, exportedReferrals)
    exportList(app, database, exportedParticipants)
  },
}
