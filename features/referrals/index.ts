import type { Feature } from '#platform/app.ts'
import { exportList } from '#platform/exports.ts'
import { exportedReferrals, exportedParticipants } from './exports.ts'
import { messageRoutes } from './messages/routes.ts'
import { placeRoutes } from './places/routes.ts'
import { routes } from './routes.ts'
import { stepRoutes } from './step-routes.ts'
import { supportRoutes } from './support/routes.ts'

export const referrals: Feature = {
  name: 'referrals',
  routes: async (app, database) => {
    await routes(app, database)
    await placeRoutes(app, database)
    await stepRoutes(app, database)
    await messageRoutes(app, database)
    await supportRoutes(app, database)
    exportList(app, database, exportedReferrals)
    exportList(app, database, exportedParticipants)
  },
}
