import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done, Made } from '../../people/contract.ts'
import { SchoolYear, YearLine, YearTurn } from './contract.ts'
import * as query from './queries.ts'

/** For the data steward: the school year turns, rehearsed before it is done. */
export async function yearRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/year-turns/rehearsal',
    {
      schema: {
        summary: 'Rehearse the turn of the school year: what would change, and what ends by itself',
        querystring: Type.Object({ to: SchoolYear }),
        response: { 200: Type.Array(YearLine) },
      },
    },
    async (request) => {
      const { rows } = await doors.read(request, null, [query.rehearseYear(request.query.to)])
      return rows[0]
    },
  )

  app.get(
    '/:community/year-turns',
    { schema: { summary: 'List the turns of the school year', response: { 200: Type.Array(YearTurn) } } },
    async (request) => {
      const { rows } = await doors.read(request, null, [query.listYearTurns()])
      return rows[0]
    },
  )

  app.post(
    '/:community/year-turns',
    {
      schema: { summary: 'Turn the school year', body: Type.Object({ to: SchoolYear }), response: { 201: Made } },
    },
    async (request, reply) => {
      const [made] = await doors.as(request, null, (tx) => tx(query.turnYear(request.body.to)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/year-turns/:id/undoing',
    {
      schema: {
        summary: 'Turn the school year back',
        params: Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) }),
        response: { 201: Done },
      },
    },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.turnYearBack(request.params.id)))
      return reply.code(201).send({ ok: true })
    },
  )
}
