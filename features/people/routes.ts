import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { forgetSession } from '#platform/session.ts'
import { Decision, Done, Me, Proposal, SessionRow } from './contract.ts'
import {
  chooseHat,
  decideGuardianship,
  decideMembership,
  endSession,
  findTimeZone,
  listHats,
  listProposals,
  listSessions,
} from './queries.ts'

export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/session',
    { schema: { summary: 'Tell who is signed in and with which hat', response: { 200: Me } } },
    async (request) => {
      const { tokenHash } = request.session
      if ((await database.knock(listSessions(tokenHash))).length === 0) throw problems.notSignedIn()
      const hats = await database.knock(listHats(tokenHash))
      const hat = hats.find((each) => each.isCurrent) ?? null
      const { rows } = hat ? await database.read({ tokenHash, hat: null }, null, [findTimeZone()]) : { rows: [[]] }
      return { hats, hat, timeZone: rows[0][0]?.timeZone ?? null }
    },
  )

  app.put(
    '/session/hat',
    {
      schema: {
        summary: 'Put on one of one’s own hats',
        body: Type.Object({ hat: Type.String({ format: 'uuid' }) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const [answer] = await database.knock(chooseHat(request.session.tokenHash, request.body.hat))
      if (!answer?.chosen) throw problems.notYours()
      return { ok: true }
    },
  )

  app.delete('/session', { schema: { summary: 'Sign out', response: { 200: Done } } }, async (request, reply) => {
    await database.knock(endSession(request.session.tokenHash, null))
    forgetSession(reply)
    return { ok: true }
  })

  app.get(
    '/sessions',
    { schema: { summary: 'List where one is signed in', response: { 200: Type.Array(SessionRow) } } },
    async (request) => {
      const sessions = await database.knock(listSessions(request.session.tokenHash))
      if (sessions.length === 0) throw problems.notSignedIn()
      return sessions
    },
  )

  app.delete(
    '/sessions/:id',
    {
      schema: {
        summary: 'Sign out one browser',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const [answer] = await database.knock(endSession(request.session.tokenHash, request.params.id))
      if (!answer?.ended) throw problems.notYours()
      return { ok: true }
    },
  )

  app.get(
    '/:community/proposals',
    {
      schema: { summary: 'List the roles and guardians that files proposed', response: { 200: Type.Array(Proposal) } },
    },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [listProposals()])
      if (entered.role !== 'data_steward') throw problems.notYours()
      return rows[0]
    },
  )

  app.post(
    '/:community/proposals/:kind/:id/decision',
    {
      schema: {
        summary: 'Approve or decline a proposed role or guardian',
        params: Type.Object({
          community: Type.String(),
          kind: Type.Union([Type.Literal('membership'), Type.Literal('guardianship')]),
          id: Type.String({ format: 'uuid' }),
        }),
        body: Decision,
        response: { 201: Done },
      },
    },
    async (request, reply) => {
      const { kind, id } = request.params
      const decide = kind === 'membership' ? decideMembership : decideGuardianship
      await doors.as(request, null, (tx) => tx(decide(id, request.body.approve)))
      return reply.code(201).send({ ok: true })
    },
  )
}
