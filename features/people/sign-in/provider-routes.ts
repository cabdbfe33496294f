import { Type } from 'typebox'
import type { App } from '#platform/app.ts'
import { asProblem, problems } from '#platform/problems.ts'
import { hashOf } from '#platform/session.ts'
import { Done } from '../contract.ts'
import { acceptInvitationAs, findInvitation } from '../queries.ts'
import { begin, forStrangers, letIn, refused, stepOf, type Desk } from './admit.ts'
import { ProviderWish } from './contract.ts'
import { changeMail } from './mails.ts'
import { openProviders, type Vouched, type WayThere } from './provider-door.ts'
import * as query from './queries.ts'

type Wish = { intent: 'sign_in' | 'add' | 'invitation'; next?: string; session?: string; invitation?: string }

/** Signing in at a provider, and adding one to an account. An account is found by issuer and subject, never by its address. */
export async function providerRoutes(app: App, desk: Desk) {
  const { database, site } = desk
  const providers = openProviders(site.providers, site.address)
  const params = Type.Object({ provider: Type.String({ maxLength: 40 }) })

  app.post(
    '/session/provider/:provider',
    {
      config: forStrangers,
      schema: {
        summary: 'Get the address at which a provider signs people in',
        params,
        body: ProviderWish,
        response: { 201: Type.Object({ url: Type.String() }) },
      },
    },
    async (request, reply) => {
      const { intent, next, invitation } = request.body
      const wish: Wish = { intent, ...(next && { next }) }
      if (intent === 'add') {
        const [mine] = request.session ? await database.knock(query.findMyAccount(request.session.tokenHash)) : []
        if (!mine) throw problems.notSignedIn()
        if (!mine.isProved) throw problems.proveFirst()
        wish.session = request.session.tokenHash.toString('hex')
      }
      if (intent === 'invitation') wish.invitation = hashOf(invitation ?? '').toString('hex')
      const { url, way } = await providers.leave(request.params.provider)
      await begin(desk, request, reply, { kind: 'provider', account: null, body: { ...way, ...wish } })
      return reply.code(201).send({ url })
    },
  )

  app.get(
    '/session/provider/:provider/return',
    {
      config: forStrangers,
      schema: { summary: 'Come back from a provider', params, response: { 302: Type.Null() } },
    },
    async (request, reply) => {
      const [step] = await database.knock(query.takeStep<WayThere & Wish>(stepOf(request), 'provider'))
      const page = step?.body.intent === 'add' ? '/account' : '/sign-in'
      try {
        if (!step) throw problems.stepOver()
        const search = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''
        const vouched = await providers.comeBack(request.params.provider, search, step.body)
        return reply.redirect(await arrive(vouched, step.body))
      } catch (error) {
        const problem = asProblem(error)
        if (!problem) throw error
        return reply.redirect(`${page}?problem=${problem.code}`)
      }

      /** Where the person goes on. */
      async function arrive(vouched: Vouched, wish: Wish): Promise<string> {
        if (wish.intent === 'add') return add(vouched, wish)
        if (wish.intent === 'invitation') return accept(vouched, wish)
        const [found] = await database.knock(query.findIdentity(vouched.issuer, vouched.subject))
        if (!found?.account) {
          await refused(desk, request, null, 'provider')
          throw problems.identityUnknown()
        }
        await letIn(desk, request, reply, found.account, 'provider')
        return wish.next ? `/sign-in/done?next=${encodeURIComponent(wish.next)}` : '/sign-in/done'
      }

      async function add(vouched: Vouched, wish: Wish): Promise<string> {
        const told = changeMail('providerAdded', site.address())
        await database.knock(query.addIdentity(Buffer.from(wish.session!, 'hex'), vouched, told))
        return '/account'
      }

      /** The invitation's token was held by whoever left for the provider, and the provider has checked the address that it names. */
      async function accept(vouched: Vouched, wish: Wish): Promise<string> {
        const token = Buffer.from(wish.invitation!, 'hex')
        const [invitation] = await database.knock(findInvitation(token))
        if (!invitation) throw problems.linkUsed()
        if (!vouched.email || vouched.email !== invitation.email) throw problems.otherAddress()
        const [accepted] = await database.knock(acceptInvitationAs(token, vouched))
        await letIn(desk, request, reply, accepted!.account, 'provider')
        return '/sign-in/done'
      }
    },
  )

  app.delete(
    '/account/identities/:id',
    {
      schema: {
        summary: 'Take an account of a provider away',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const told = changeMail('providerRemoved', site.address())
      await database.knock(query.removeIdentity(request.session.tokenHash, request.params.id, told))
      return { ok: true }
    },
  )
}
