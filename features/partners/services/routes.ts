import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done, Made } from '../../people/contract.ts'
import { addService, changeService, confirmService, listSchools } from '../queries.ts'
import { checkSchedules } from './check-schedules.ts'
import { Changed, NewService, SchoolName, ServiceChange } from './contract.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })

export async function serviceRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/schools',
    { schema: { summary: 'List the schools by name', response: { 200: Type.Array(SchoolName) } } },
    async (request) => (await doors.read(request, null, [listSchools()])).rows[0],
  )

  app.post(
    '/:community/organizations/:id/services',
    { schema: { summary: 'Add a service of an organization', params, body: NewService, response: { 201: Made } } },
    async (request, reply) => {
      checkSchedules(request.body.schedules)
      const [made] = await doors.as(request, null, (tx) => tx(addService(request.params.id, request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.patch(
    '/:community/services/:id',
    {
      schema: {
        summary: 'Change a service; hours, schools and places that are named are replaced whole',
        params,
        body: ServiceChange,
        response: { 200: Changed },
      },
    },
    async (request) => {
      checkSchedules(request.body.service.schedules)
      const [changed] = await doors.as(request, null, (tx) => tx(changeService(request.params.id, request.body)))
      return changed!
    },
  )

  app.post(
    '/:community/services/:id/confirmation',
    { schema: { summary: 'Say that a listing is still right', params, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(confirmService(request.params.id)))
      return reply.code(201).send({ ok: true })
    },
  )
}
