import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { Done } from '../../people/contract.ts'
import { Identities, IdentityDecision, Split, WrittenSince } from './contract.ts'
import { listPairs } from './list-pairs.ts'
import * as query from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })

/** For the data steward: who may be one person, and which records were joined. */
export async function identityRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/identities',
    {
      schema: {
        summary: 'List records that may be one person, with the evidence, and those that were joined',
        response: { 200: Identities },
      },
    },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [
        query.listStudentPairs(),
        query.listGuardianPairs(),
        query.listJoined(),
      ])
      if (entered.role !== 'data_steward') throw problems.notYours()
      return { pairs: [...listPairs('student', rows[0]), ...listPairs('person', rows[1])], joined: rows[2] }
    },
  )

  app.post(
    '/:community/identities/decisions',
    {
      schema: {
        summary: 'Say that two records are one person, or that they are not',
        body: IdentityDecision,
        response: { 201: Done },
      },
    },
    async (request, reply) => {
      const decide = request.body.isSame ? query.joinIdentities : query.tellApart
      await doors.as(request, null, (tx) => tx(decide(request.body)))
      return reply.code(201).send({ ok: true })
    },
  )

  app.get(
    '/:community/identities/:id/written-since',
    {
      schema: {
        summary: 'List what people wrote since two records were joined',
        params,
        response: { 200: Type.Array(WrittenSince) },
      },
    },
    async (request) => {
      const { rows } = await doors.read(request, null, [query.listWrittenSince(request.params.id)])
      return rows[0]
    },
  )

  app.post(
    '/:community/identities/:id/split',
    { schema: { summary: 'Split records that were joined', params, body: Split, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.splitIdentities(request.params.id, request.body.moves)))
      return reply.code(201).send({ ok: true })
    },
  )
}
