import { renderSVG } from 'uqr'
import type { App } from '#platform/app.ts'
import { problems } from '#platform/problems.ts'
import { seal, unseal } from '#platform/secret.ts'
import { Done } from '../contract.ts'
import { forStrangers, letIn, refused, stepOf, type Desk } from './admit.ts'
import { Code, NewCodeApp, RecoveryCodes, SignedIn } from './contract.ts'
import { changeMail } from './mails.ts'
import { addressFor, counterOf, newRecoveryCodes, newSecret, recoveryHash } from './one-time-code.ts'
import * as query from './queries.ts'

const sealedFor = (account: string) => `code app of ${account}`

/** Whether the code is the app's, used for the first time, or a recovery code, used for the first time. */
export async function isCode(
  { database, site }: Desk,
  account: string,
  sealed: Buffer,
  code: string,
): Promise<boolean> {
  const counter = counterOf(unseal(site.key, sealed, sealedFor(account)), code)
  const [used] =
    counter === null
      ? await database.knock(query.useRecoveryCode(account, recoveryHash(code)))
      : await database.knock(query.useCode(account, counter))
  return used?.used === true
}

/** The code app: asked for after a password or a link, set up and taken away by its owner. */
export async function codeRoutes(app: App, desk: Desk) {
  const { database, site } = desk

  app.post(
    '/session/code',
    {
      config: forStrangers,
      schema: { summary: 'Go on signing in with a code', body: Code, response: { 201: SignedIn } },
    },
    async (request, reply) => {
      const [half] = await database.knock(query.tryCode(stepOf(request)))
      if (!half) throw problems.stepOver()
      const [tries] = await database.knock(query.mayTry(half.account, 'code'))
      if (!tries?.may) throw problems.tooMany()
      if (!(await isCode(desk, half.account, half.sealedSecret, request.body.code))) {
        await refused(desk, request, half.account, 'code')
        throw problems.wrongCode()
      }
      const [step] = await database.knock(query.takeStep(stepOf(request), 'code'))
      if (!step) throw problems.stepOver()
      await letIn(desk, request, reply, half.account, half.how as 'password')
      return reply.code(201).send({ ok: true, needsCode: false })
    },
  )

  app.post(
    '/account/code-app',
    { schema: { summary: 'Begin to set up a code app', response: { 201: NewCodeApp } } },
    async (request, reply) => {
      const { tokenHash } = request.session
      const [mine] = await database.knock(query.findMyAccount(tokenHash))
      if (!mine) throw problems.notSignedIn()
      const secret = newSecret()
      await database.knock(query.beginTotp(tokenHash, seal(site.key, secret, sealedFor(mine.id))))
      const address = addressFor(secret, mine.email)
      return reply.code(201).send({ secret, address, picture: renderSVG(address, { border: 2 }) })
    },
  )

  app.post(
    '/account/code-app/confirmation',
    {
      schema: {
        summary: 'Show that the code app works, and get the recovery codes',
        body: Code,
        response: { 201: RecoveryCodes },
      },
    },
    async (request, reply) => {
      const { tokenHash } = request.session
      const [totp] = await database.knock(query.findMyTotp(tokenHash))
      if (!totp || totp.isConfirmed) throw problems.notYours()
      const counter = counterOf(unseal(site.key, totp.sealedSecret, sealedFor(totp.account)), request.body.code)
      if (counter === null) throw problems.wrongCode()
      const codes = newRecoveryCodes()
      const told = changeMail('codeOn', site.address())
      await database.knock(query.confirmTotp(tokenHash, counter, codes.map(recoveryHash), told))
      return reply.code(201).send({ codes })
    },
  )

  app.post(
    '/account/recovery-codes',
    { schema: { summary: 'Make new recovery codes; the old ones are over', response: { 201: RecoveryCodes } } },
    async (request, reply) => {
      const codes = newRecoveryCodes()
      const told = changeMail('newCodes', site.address())
      await database.knock(query.renewCodes(request.session.tokenHash, codes.map(recoveryHash), told))
      return reply.code(201).send({ codes })
    },
  )

  app.delete(
    '/account/code-app',
    { schema: { summary: 'Take the code app away', response: { 200: Done } } },
    async (request) => {
      await database.knock(query.removeTotp(request.session.tokenHash, changeMail('codeOff', site.address())))
      return { ok: true }
    },
  )
}
