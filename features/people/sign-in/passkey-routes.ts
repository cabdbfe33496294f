import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { App } from '#platform/app.ts'
import { problems } from '#platform/problems.ts'
import { hashOf, keepSession, newToken } from '#platform/session.ts'
import { Done, Made } from '../contract.ts'
import { begin, forStrangers, letIn, refused, stepOf, type Desk } from './admit.ts'
import { NewPasskey, PasskeyAnswer, PasskeyName, SignedIn } from './contract.ts'
import { changeMail } from './mails.ts'
import * as query from './queries.ts'

const options = Type.Unsafe<object>(Type.Object({}, { additionalProperties: true }))

/**
 * Passkeys. They belong to the name of the site's address; the browser that signs vouches for that address, so nothing that a
 * request says about itself is believed.
 */
export async function passkeyRoutes(app: App, desk: Desk) {
  const { database, site } = desk
  const origin = () => new URL(site.address()).origin
  const name = () => new URL(site.address()).hostname

  app.post(
    '/session/passkey/challenge',
    {
      config: forStrangers,
      schema: { summary: 'Get what a passkey is to sign', response: { 201: options } },
    },
    async (request, reply) => {
      const challenge = await generateAuthenticationOptions({ rpID: name(), userVerification: 'required' })
      await begin(desk, request, reply, { kind: 'passkey', account: null, body: { challenge: challenge.challenge } })
      return reply.code(201).send(challenge)
    },
  )

  /** The account whose passkey signed the challenge of this browser's step. */
  async function provedBy(request: FastifyRequest, response: AuthenticationResponseJSON): Promise<string> {
    const [step] = await database.knock(query.takeStep<{ challenge: string }>(stepOf(request), 'passkey'))
    if (!step) throw problems.stepOver()
    const [known] = await database.knock(query.findPasskey(String(response.id)))
    if (!known) throw problems.noPasskey()
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: step.body.challenge,
      expectedOrigin: origin(),
      expectedRPID: name(),
      requireUserVerification: true,
      credential: { id: response.id, publicKey: new Uint8Array(known.publicKey), counter: known.counter },
    }).catch(() => ({ verified: false as const, authenticationInfo: undefined }))
    const isTheirs = response.response.userHandle === handleOf(known.account)
    const [used] =
      verified && isTheirs ? await database.knock(query.usePasskey(response.id, authenticationInfo!.newCounter)) : []
    if (!used?.used) {
      await refused(desk, request, known.account, 'passkey')
      throw problems.noPasskey()
    }
    return known.account
  }

  app.post(
    '/session/passkey',
    {
      config: forStrangers,
      schema: { summary: 'Sign in with a passkey', body: PasskeyAnswer, response: { 201: SignedIn } },
    },
    async (request, reply) => {
      const account = await provedBy(request, request.body.response as unknown as AuthenticationResponseJSON)
      await letIn(desk, request, reply, account, 'passkey')
      return reply.code(201).send({ ok: true, needsCode: false })
    },
  )

  app.post(
    '/session/proof/passkey',
    {
      schema: {
        summary: 'Show once more that it is you, with a passkey',
        body: PasskeyAnswer,
        response: { 201: Done },
      },
    },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const { response } = request.body as { response: AuthenticationResponseJSON }
      const account = await provedBy(request, response)
      const [mine] = await database.knock(query.findMyAccount(request.session.tokenHash))
      if (mine?.id !== account) throw problems.noPasskey()
      const token = newToken()
      await database.knock(query.prove(request.session.tokenHash, hashOf(token)))
      keepSession(request, reply, token)
      return reply.code(201).send({ ok: true })
    },
  )

  app.post(
    '/account/passkeys/challenge',
    { schema: { summary: 'Get what a new passkey is made from', response: { 201: options } } },
    async (request, reply) => {
      const [mine] = await database.knock(query.findMyAccount(request.session.tokenHash))
      if (!mine) throw problems.notSignedIn()
      if (!mine.isProved) throw problems.proveFirst()
      const known = await database.knock(query.listPasskeys(request.session.tokenHash))
      const challenge = await generateRegistrationOptions({
        rpName: 'Concentric',
        rpID: name(),
        userName: mine.email,
        userID: new TextEncoder().encode(mine.id),
        attestationType: 'none',
        excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      const body = { challenge: challenge.challenge }
      await begin(desk, request, reply, { kind: 'new_passkey', account: mine.id, body })
      return reply.code(201).send(challenge)
    },
  )

  app.post(
    '/account/passkeys',
    { schema: { summary: 'Add a passkey', body: NewPasskey, response: { 201: Made } } },
    async (request, reply) => {
      const { tokenHash } = request.session
      const [step] = await database.knock(query.takeStep<{ challenge: string }>(stepOf(request), 'new_passkey'))
      const [mine] = await database.knock(query.findMyAccount(tokenHash))
      if (!step || step.account !== mine?.id) throw problems.stepOver()
      const response = request.body.response as unknown as RegistrationResponseJSON
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge: step.body.challenge,
        expectedOrigin: origin(),
        expectedRPID: name(),
        requireUserVerification: true,
      }).catch(() => ({ verified: false as const, registrationInfo: undefined }))
      if (!verified || !registrationInfo) throw problems.noPasskey()
      const { id, publicKey, counter } = registrationInfo.credential
      const transports = (response.response.transports ?? []).map(String)
      const key = { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports, name: request.body.name }
      const told = changeMail('passkeyAdded', site.address())
      const [added] = await database.knock(query.addPasskey(tokenHash, key, told))
      return reply.code(201).send({ id: added!.id })
    },
  )

  const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
  app.patch(
    '/account/passkeys/:id',
    { schema: { summary: 'Name a passkey', params, body: PasskeyName, response: { 200: Done } } },
    async (request) => {
      const { tokenHash } = request.session
      const [answer] = await database.knock(query.namePasskey(tokenHash, request.params.id, request.body.name))
      if (!answer?.named) throw problems.notYours()
      return { ok: true }
    },
  )
  app.delete(
    '/account/passkeys/:id',
    { schema: { summary: 'Take a passkey away', params, response: { 200: Done } } },
    async (request) => {
      const told = changeMail('passkeyRemoved', site.address())
      await database.knock(query.removePasskey(request.session.tokenHash, request.params.id, told))
      return { ok: true }
    },
  )
}

const handleOf = (account: string) => Buffer.from(account).toString('base64url')
