import type { Feature } from '#platform/app.ts'
import { invitationRoutes } from './invitations.ts'
import { outboxRoutes } from './outbox.ts'
import { routes } from './routes.ts'

export const people: Feature = {
  name: 'people',
  routes: async (app, database, { site }) => {
    await routes(app, database)
    await invitationRoutes(app, database)
    await outboxRoutes(app, database, site)
  },
}
