import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Made } from '../people/contract.ts'
import { NewOrganization, Organization, OrganizationChange } from './contract.ts'
import { addOrganization, changeOrganization, listOrganizations } from './queries.ts'
import { Changed } from './services/contract.ts'

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
      const [made] = await doors.as(request, null, (tx) => tx(addOrganization(request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.patch(
    '/:community/organizations/:id',
    {
      schema: {
        summary: 'Change what is said of an organization',
        params: Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) }),
        body: OrganizationChange,
        response: { 200: Changed },
      },
    },
    async (request) => {
      const [changed] = await doors.as(request, null, (tx) => tx(changeOrganization(request.params.id, request.body)))
      return changed!
    },
  )
}
