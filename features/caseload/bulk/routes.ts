import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Undone } from '../assigning/contract.ts'
import { listCaseloads } from '../assigning/queries.ts'
import { BulkAct, BulkOffer, NewBulkAct } from './contract.ts'
import * as query from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })

/** One act for many students: for all of them or for none, and undone as a whole. */
export async function bulkRoutes(app: App, database: Database) {
  const doors = doorsOf(database)
  const url = '/:community/bulk-acts'

  app.get(
    url,
    { schema: { summary: 'Read what one may do for many students at once', response: { 200: BulkOffer } } },
    async (request) => {
      const { rows } = await doors.read(request, null, [query.findMayWriteNotes(), listCaseloads()])
      return { mayWriteNotes: rows[0][0]?.may ?? false, coordinators: rows[1] }
    },
  )

  app.post(
    url,
    {
      schema: {
        summary: 'Give students to a coordinator, set a reminder or write a note for many at once',
        body: NewBulkAct,
        response: { 201: BulkAct },
      },
    },
    async (request, reply) => {
      const [made] = await doors.as(request, null, (tx) => tx(query.actForMany(request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    `${url}/:id/undoing`,
    { schema: { summary: 'Undo one act for many students', params, response: { 201: Undone } } },
    async (request, reply) => {
      const [undone] = await doors.as(request, null, (tx) => tx(query.undoForMany(request.params.id)))
      return reply.code(201).send(undone!)
    },
  )
}
