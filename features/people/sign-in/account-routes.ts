import { Type } from 'typebox'
import type { App } from '#platform/app.ts'
import { problems } from '#platform/problems.ts'
import { keepSession, hashOf, newToken } from '#platform/session.ts'
import { Done } from '../contract.ts'
import { refused, type Desk } from './admit.ts'
import { isCode } from './code-routes.ts'
import { Account, NewPassword, Proof, SignInRow } from './contract.ts'
import { changeMail } from './mails.ts'
import { hashPassword, isPassword } from './passwords.ts'
import * as query from './queries.ts'

/** One's own account: how it is entered, its history, its password, and the proof that changes ask for. */
export async function accountRoutes(app: App, desk: Desk) {
  const { database, site } = desk

  app.get(
    '/account',
    { schema: { summary: 'Read how your account is entered', response: { 200: Account } } },
    async (request) => {
      const { tokenHash } = request.session
      const [mine] = await database.knock(query.findMyAccount(tokenHash))
      if (!mine) throw problems.notSignedIn()
      const identities = await database.knock(query.listIdentities(tokenHash))
      const nameOf = (issuer: string) => site.providers.find((each) => each.issuer === issuer)?.name ?? issuer
      return {
        // The hash of the password is not declared in the answer and never leaves.
        ...mine,
        passkeys: (await database.knock(query.listPasskeys(tokenHash))) as never,
        identities: identities.map(({ issuer, ...each }) => ({ ...each, providerName: nameOf(issuer) })) as never,
        providers: site.providers.map(({ id, name }) => ({ id, name })),
      }
    },
  )

  app.post(
    '/session/proof',
    {
      config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: { summary: 'Show once more that it is you, with the password', body: Proof, response: { 201: Done } },
    },
    async (request, reply) => {
      const { tokenHash } = request.session
      const [mine] = await database.knock(query.findMyAccount(tokenHash))
      if (!mine) throw problems.notSignedIn()
      const [tries] = await database.knock(query.mayTry(mine.id, 'password'))
      if (!tries?.may) throw problems.tooMany()
      if (!(await isPassword(mine.passwordHash, request.body.password))) {
        await refused(desk, request, mine.id, 'password')
        throw problems.wrongOwnPassword()
      }
      if (mine.hasCode) await askForCode(request, mine.id, request.body.code)
      const token = newToken()
      await database.knock(query.prove(tokenHash, hashOf(token)))
      keepSession(request, reply, token)
      return reply.code(201).send({ ok: true })
    },
  )

  async function askForCode(request: Parameters<typeof refused>[1], account: string, code: string | undefined) {
    const [totp] = await database.knock(query.findMyTotp(request.session.tokenHash))
    if (!code || !totp) throw problems.codeNeeded()
    if (await isCode(desk, account, totp.sealedSecret, code)) return
    await refused(desk, request, account, 'code')
    throw problems.wrongCode()
  }

  app.put(
    '/account/password',
    { schema: { summary: 'Set a new password; other sessions end', body: NewPassword, response: { 200: Done } } },
    async (request) => {
      const passwordHash = await hashPassword(request.body.password)
      const told = changeMail('password', site.address())
      await database.knock(query.setPassword(request.session.tokenHash, passwordHash, told))
      return { ok: true }
    },
  )

  app.get(
    '/account/sign-ins',
    { schema: { summary: 'List your sign-ins and refused tries', response: { 200: Type.Array(SignInRow) } } },
    async (request) => {
      const [mine] = await database.knock(query.findMyAccount(request.session.tokenHash))
      if (!mine) throw problems.notSignedIn()
      return database.knock(query.listSignIns(request.session.tokenHash))
    },
  )
}
