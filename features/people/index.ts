import type { Feature } from '#platform/app.ts'
import { invitationRoutes } from './invitations.ts'
import { routes } from './routes.ts'

export const people: Feature = {
  name: 'people',
  routes: async (app, database) => {
    await routes(app, database)
    await invitationRoutes(app, database)
  },
}
