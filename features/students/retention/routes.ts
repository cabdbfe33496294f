import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { Done, Made } from '../../people/contract.ts'
import { KeptRecord, NewHold, Retention } from './contract.ts'
import * as query from './queries.ts'

const community = Type.Object({ community: Type.String() })
const one = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })
const words = Type.Object({ search: Type.String({ minLength: 1, maxLength: 100 }) })

/** For the data steward: what is held and why, and what is due to be destroyed. Destruction itself is an operator's command. */
export async function retentionRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/retention',
    {
      schema: {
        summary: 'Read which records are on legal hold, and which are due to be destroyed',
        params: community,
        response: { 200: Retention },
      },
    },
    async (request) => {
      const { rows } = await doors.read(request, null, [
        query.findOwnKeepYears(),
        query.listHolds(),
        query.listDueRecords(),
      ])
      const [district, holds, due] = rows
      if (!district[0]) throw problems.notYours()
      return { ...district[0], holds, due, dueNow: due[0]?.dueNow ?? 0 }
    },
  )

  app.get(
    '/:community/retention/records',
    {
      schema: {
        summary: 'Find a record to place on legal hold, by name or number',
        params: community,
        querystring: words,
        response: { 200: Type.Array(KeptRecord) },
      },
    },
    async (request) => (await doors.read(request, null, [query.findKeptRecords(request.query.search)])).rows[0],
  )

  app.post(
    '/:community/students/:id/legal-holds',
    {
      schema: {
        summary: 'Place a student’s records on legal hold',
        params: one,
        body: NewHold,
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const [made] = await doors.as(request, null, (tx) => tx(query.placeHold(request.params.id, request.body.reason)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/legal-holds/:id/release',
    { schema: { summary: 'Lift a legal hold', params: one, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.releaseHold(request.params.id)))
      return reply.code(201).send({ ok: true })
    },
  )
}
