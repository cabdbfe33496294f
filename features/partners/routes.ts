import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Made } from '../people/contract.ts'
import { NewOrganization, NewService, Organization } from './contract.ts'
import { addOrganization, addService, listOrganizations } from './queries.ts'

export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/organizations',
    { schema: { summary: 'List organizations and their services', response: { 200: Type.Array(Organization) } } },
    async (request) => {
      const { rows } = await doors.read(request, null, [listOrganizations()])
      return rows[0]
    },
  )

  app.post(
    '/:community/organizations',
    { schema: { summary: 'Add an organization', body: NewOrganization, response: { 201: Made } } },
    async (request, reply) => {
      const [made] = await doors.as(request, null, (tx) => tx(addOrganization(request.body.name, request.body.sector)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/organizations/:id/services',
    {
      schema: {
        summary: 'Add a service of an organization',
        params: Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) }),
        body: NewService,
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const [made] = await doors.as(request, null, (tx) => tx(addService(request.params.id, request.body)))
      return reply.code(201).send(made!)
    },
  )
}
