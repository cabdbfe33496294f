import { verify } from '@node-rs/argon2'
import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { forgetSession, hashOf, startSession } from '#platform/session.ts'
import { Decision, Done, Me, Proposal, SessionRow, SignIn } from './contract.ts'
import {
  chooseHat,
  decideGuardianship,
  decideMembership,
  endSession,
  findAccount,
  findTimeZone,
  listHats,
  listProposals,
  listSessions,
} from './queries.ts'

// Compared with when nobody has the address, so that the answer takes as long.
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$YTiXaF2IpRMdP3rJUdOuJhHKGVx2HPOGpc5WcMEXXB8'

const isPassword = (hash: string, password: string) => verify(hash, password).catch(() => false)

/** After signing in with one hat only, it is on; with several, the person chooses. */
export async function putOnOnlyHat(database: Database, token: string) {
  const hats = await database.knock(listHats(hashOf(token)))
  if (hats.length === 1) await database.knock(chooseHat(hashOf(token), hats[0]!.id))
}

export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.post(
    '/session',
    {
      config: { public: true, rateLimit: { max: 10, timeWindow: '1 minute', keyGenerator: (request) => request.ip } },
      schema: { summary: 'Sign in with an e-mail address and a password', body: SignIn, response: { 201: Done } },
    },
    async (request, reply) => {
      const [account] = await database.knock(findAccount(request.body.email.trim()))
      const isRight = await isPassword(account?.passwordHash ?? nobodysHash, request.body.password)
      if (!account?.passwordHash || !isRight) throw problems.wrongPassword()
      const token = await startSession(database, request, reply, account.id, 'password')
      await putOnOnlyHat(database, token)
      return reply.code(201).send({ ok: true })
    },
  )

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
