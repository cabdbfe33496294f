import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done, Made } from '../../people/contract.ts'
import * as shape from './contract.ts'
import * as query from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })
const given = <Row extends object>(row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as shape.SavedView

/** The list of students as somebody likes to see it: kept for the person and the role alone. */
export async function viewRoutes(app: App, database: Database) {
  const doors = doorsOf(database)
  const url = '/:community/student-views'

  app.get(
    url,
    {
      schema: {
        summary: 'List one’s own saved views of the student list',
        response: { 200: Type.Array(shape.SavedView) },
      },
    },
    async (request) => (await doors.read(request, null, [query.listViews()])).rows[0].map(given),
  )

  app.post(
    url,
    { schema: { summary: 'Save a view of the student list', body: shape.NewView, response: { 201: Made } } },
    async (request, reply) => {
      const [made] = await doors.as(request, null, (tx) => tx(query.saveView(request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.patch(
    `${url}/:id`,
    {
      schema: { summary: 'Rename one’s own saved view', params, body: shape.Rename, response: { 200: shape.Renamed } },
    },
    async (request) => {
      const [renamed] = await doors.as(request, null, (tx) => tx(query.renameView(request.params.id, request.body)))
      return renamed!
    },
  )

  app.delete(
    `${url}/:id`,
    { schema: { summary: 'Delete one’s own saved view', params, response: { 200: Done } } },
    async (request) => {
      await doors.as(request, null, (tx) => tx(query.deleteView(request.params.id)))
      return { ok: true }
    },
  )
}
