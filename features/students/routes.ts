import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import type { Site } from '#platform/site.ts'
import { Made } from '../people/contract.ts'
import { StudentRecord, WritableElement, Write } from './contract.ts'
import { write } from './queries.ts'
import { correctionRoutes } from './corrections/routes.ts'
import { findJoinedInto } from './identity/queries.ts'
import { identityRoutes } from './identity/routes.ts'
import { protectionRoutes } from './protection/routes.ts'
import { retentionRoutes } from './retention/routes.ts'
import { recordElements, recordStatements, toRecord } from './record.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })

export async function routes(app: App, database: Database, site: Site) {
  await protectionRoutes(app, database)
  await identityRoutes(app, database)
  await correctionRoutes(app, database, site)
  await retentionRoutes(app, database)
  const doors = doorsOf(database)

  app.get(
    '/:community/students/:id',
    {
      schema: {
        summary: 'Read one student’s record, as far as it is open to the reader',
        params,
        response: { 200: StudentRecord },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { rows } = await doors.read(request, { elements: recordElements, students: [id] }, recordStatements(id))
      const record = toRecord(id, rows)
      if (!record) {
        const { rows: joined } = await doors.read(request, null, [findJoinedInto(id)])
        const survivor = joined[0][0]?.id
        if (!survivor) throw problems.notYours()
        return reply.redirect(`/api/v1/${request.params.community}/students/${survivor}`, 308)
      }
      return record
    },
  )

  app.post(
    '/:community/students/:id/writings/:element',
    {
      schema: {
        summary: 'Write a note, a strength, a need or the student’s own words',
        params: Type.Object({
          community: Type.String(),
          id: Type.String({ format: 'uuid' }),
          element: WritableElement,
        }),
        body: Write,
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const { id, element } = request.params
      const { body, domain } = request.body
      if (element === 'needs' && !domain) throw problems.invalid('Please choose what kind of need this is.')
      const [made] = await doors.as(request, { elements: [element], students: [id] }, (tx) =>
        tx(write(element, id, body, domain ?? null)),
      )
      return reply.code(201).send(made!)
    },
  )
}
