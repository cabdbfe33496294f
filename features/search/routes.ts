import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Found } from './contract.ts'
import { patternsOf } from './patterns.ts'
import * as query from './queries.ts'

const nothing: Found = { students: [], organizations: [], services: [], agreements: [] }

export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/search',
    {
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        summary: 'Search students, organizations, services and agreements',
        querystring: Type.Object({ q: Type.String({ maxLength: 100 }) }),
        response: { 200: Found },
      },
    },
    async (request) => {
      const patterns = patternsOf(request.query.q)
      // One letter would open everybody to an outsider.
      if (patterns.join('').length - 2 * patterns.length < 2) return nothing
      const opening = { elements: ['directory'], students: 'mine' as const, patterns, limit: 8 }
      const { rows } = await doors.read(request, opening, [
        query.findStudents(patterns, request.query.q.trim()),
        query.findOrganizations(patterns),
        query.findServices(patterns),
        query.findAgreements(patterns),
      ])
      const [students, organizations, services, agreements] = rows
      return { students, organizations, services, agreements }
    },
  )
}
