import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { OpenPlaces } from './contract.ts'
import { listOpenPlaces } from './queries.ts'

export async function placeRoutes(app: App, database: Database) {
  app.get(
    '/:community/open-places',
    {
      schema: {
        summary: 'List how many places services have left, for school staff and for the organization itself',
        response: { 200: Type.Array(OpenPlaces) },
      },
    },
    async (request) => (await doorsOf(database).read(request, null, [listOpenPlaces()])).rows[0],
  )
}
