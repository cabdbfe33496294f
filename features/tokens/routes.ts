import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { hashOf, newApiToken } from '#platform/session.ts'
import { Done } from '../people/contract.ts'
import { listHats } from '../people/queries.ts'
import { MadeToken, NewSystemToken, NewToken, SystemPlace, TokenList, TokenTold } from './contract.ts'
import * as query from './queries.ts'

/** Making a token is rare; a program that guesses is not. */
const rateLimit = { max: 20, timeWindow: '1 minute' }

export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/token',
    {
      config: { isOfToken: true },
      schema: { summary: 'Tell what the token that is sent is for', response: { 200: TokenTold } },
    },
    async (request) => {
      const [told] = await database.knock(query.describeToken(request.session.tokenHash))
      if (!told) throw problems.notSignedIn()
      return told
    },
  )

  app.get(
    '/tokens',
    {
      schema: {
        summary: 'List one’s own tokens, and as a data steward those of systems',
        response: { 200: TokenList },
      },
    },
    async (request) => {
      const { tokenHash } = request.session
      const [tokens, hats] = await Promise.all([
        database.knock(query.listTokens(tokenHash)),
        database.knock(listHats(tokenHash)),
      ])
      if (hats.length === 0) throw problems.notSignedIn()
      const roles = [...new Set(hats.map(({ role }) => role))]
      const held = new Map(
        await Promise.all(
          roles.map(
            async (role) => [role, (await database.knock(query.listTokenElements(role)))[0]!.elements] as const,
          ),
        ),
      )
      return { tokens, hats: hats.map((hat) => ({ hat, elements: held.get(hat.role)! })) }
    },
  )

  app.post(
    '/tokens',
    {
      config: { rateLimit },
      schema: { summary: 'Make a token for one of one’s own hats', body: NewToken, response: { 201: MadeToken } },
    },
    async (request, reply) => {
      const token = newApiToken()
      const [made] = await database.knock(query.createToken(request.session.tokenHash, hashOf(token), request.body))
      return reply.code(201).send({ id: made!.id, token })
    },
  )

  app.delete(
    '/tokens/:id',
    {
      schema: {
        summary: 'End a token',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const [answer] = await database.knock(query.revokeToken(request.session.tokenHash, request.params.id))
      if (!answer?.revoked) throw problems.notYours()
      return { ok: true }
    },
  )

  app.get(
    '/:community/system-places',
    {
      schema: {
        summary: 'List the schools that a system’s token can be for',
        response: { 200: Type.Array(SystemPlace) },
      },
    },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [query.listSchools()])
      if (entered.role !== 'data_steward') throw problems.notYours()
      return rows[0]
    },
  )

  app.post(
    '/:community/system-tokens',
    {
      config: { rateLimit },
      schema: {
        summary: 'Make a token for a system of the district',
        body: NewSystemToken,
        response: { 201: MadeToken },
      },
    },
    async (request, reply) => {
      const token = newApiToken()
      const [made] = await doors.as(request, null, (tx) => tx(query.createSystemToken(hashOf(token), request.body)))
      return reply.code(201).send({ id: made!.id, token })
    },
  )
}
