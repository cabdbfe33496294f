import { Type } from 'typebox'
import type { App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { Finder } from './contract.ts'
import { findPublicCommunity, listPublicServices } from './queries.ts'

const params = Type.Object({ community: Type.String({ maxLength: 63 }) })

/** What families and neighbors find without signing in. */
export async function finderRoutes(app: App, database: Database) {
  app.get(
    '/finder/:community',
    {
      config: { public: true },
      schema: { summary: 'List what a community offers to everybody', params, response: { 200: Finder } },
    },
    async (request) => {
      const { community } = request.params
      const [found] = await database.knock(findPublicCommunity(community))
      if (!found) throw problems.notYours()
      const services = await database.knock(listPublicServices(community))
      return { communityName: found.name, timeZone: found.timeZone, services: services.map(({ service }) => service) }
    },
  )
}
