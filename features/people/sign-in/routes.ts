import type { App } from '#platform/app.ts'
import { problems } from '#platform/problems.ts'
import { hashOf, newToken } from '#platform/session.ts'
import { isLoopback } from '#platform/site.ts'
import { Done, SignIn } from '../contract.ts'
import { findAccount, listDemoAccounts } from '../queries.ts'
import { admit, forStrangers, refused, type Desk } from './admit.ts'
import { Address, LinkToken, Recovery, SignedIn, SignInWays } from './contract.ts'
import { changeMail, linkMail, recoveryMail } from './mails.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { mailLink, mayTry, recover, takeStep } from './queries.ts'

/** Signing in by password, by a link in a mail, and with a new password when the old one is forgotten. */
export async function signInRoutes(app: App, desk: Desk) {
  const { database, site, wrongTries } = desk

  app.get(
    '/session/ways',
    { config: { public: true }, schema: { summary: 'List the ways to sign in here', response: { 200: SignInWays } } },
    async (request) => ({
      sendsMail: site.sendsMail,
      showsOutbox: !site.sendsMail && isLoopback(request.ip) && (await database.knock(listDemoAccounts())).length > 0,
      providers: site.providers.map(({ id, name }) => ({ id, name })),
    }),
  )

  app.post(
    '/session',
    {
      config: forStrangers,
      schema: { summary: 'Sign in with a password', body: SignIn, response: { 201: SignedIn } },
    },
    async (request, reply) => {
      if (!wrongTries.mayTry(request.ip)) throw problems.tooMany()
      const [account] = await database.knock(findAccount(request.body.email.trim()))
      const isRight = await isPassword(account?.passwordHash, request.body.password)
      const [tries] = account ? await database.knock(mayTry(account.id, 'password')) : []
      // The same answer as to a wrong password: another one would tell that somebody has the address.
      if (tries?.may === false) throw problems.wrongPassword()
      if (!account || !isRight) {
        wrongTries.note(request.ip)
        await refused(desk, request, account?.id ?? null, 'password')
        throw problems.wrongPassword()
      }
      return reply.code(201).send(await admit(desk, request, reply, account.id, 'password'))
    },
  )

  /** The answer does not wait for the look whether somebody has the address, so its time tells nothing either. */
  const mailLater = (email: string, kind: 'link' | 'recovery') => {
    const token = newToken()
    const link = `${site.address()}/${kind === 'link' ? 'sign-in/link' : 'recovery/new'}#${token}`
    const mail = kind === 'link' ? linkMail(link) : recoveryMail(link)
    // A database that is down loses nothing but this mail; the person asks for another.
    void database.knock(mailLink(email.trim(), hashOf(token), kind, mail)).catch(() => [])
  }

  app.post(
    '/session/link',
    {
      config: forStrangers,
      schema: { summary: 'Ask for a link by mail that signs in', body: Address, response: { 202: Done } },
    },
    async (request, reply) => {
      mailLater(request.body.email, 'link')
      return reply.code(202).send({ ok: true })
    },
  )

  app.post(
    '/session/link/acceptance',
    {
      config: forStrangers,
      schema: { summary: 'Sign in with the link of a mail', body: LinkToken, response: { 201: SignedIn } },
    },
    async (request, reply) => {
      const [step] = await database.knock(takeStep(hashOf(request.body.token), 'link'))
      if (!step?.account) throw problems.linkUsed()
      return reply.code(201).send(await admit(desk, request, reply, step.account, 'link'))
    },
  )

  app.post(
    '/recovery',
    {
      config: forStrangers,
      schema: { summary: 'Ask for a link by mail that sets a new password', body: Address, response: { 202: Done } },
    },
    async (request, reply) => {
      mailLater(request.body.email, 'recovery')
      return reply.code(202).send({ ok: true })
    },
  )

  app.post(
    '/recovery/password',
    {
      config: forStrangers,
      schema: { summary: 'Set a new password with the link of a mail', body: Recovery, response: { 201: SignedIn } },
    },
    async (request, reply) => {
      const passwordHash = await hashPassword(request.body.password)
      const told = changeMail('password', site.address())
      const [recovered] = await database.knock(recover(hashOf(request.body.token), passwordHash, told))
      return reply.code(201).send(await admit(desk, request, reply, recovered!.account, 'recovery'))
    },
  )
}
