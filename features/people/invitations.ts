import { hash, verify } from '@node-rs/argon2'
import { Type } from 'typebox'
import type { App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { hashOf, startSession } from '#platform/session.ts'
import { Done, Invitation, NewPassword } from './contract.ts'
import { acceptInvitation, findAccount, findInvitation } from './queries.ts'
import { putOnOnlyHat } from './routes.ts'

const params = Type.Object({ token: Type.String({ minLength: 20, maxLength: 100 }) })
const strict = { max: 20, timeWindow: '1 minute' }

/** An invitation's link: whom it is for, and the password that accepts it. */
export async function invitationRoutes(app: App, database: Database) {
  app.get(
    '/invitations/:token',
    {
      config: { public: true, rateLimit: strict },
      schema: { summary: 'Tell whom an invitation is for', params, response: { 200: Invitation } },
    },
    async (request) => {
      const [invitation] = await database.knock(findInvitation(hashOf(request.params.token)))
      if (!invitation) throw problems.notYours()
      return invitation
    },
  )

  app.post(
    '/invitations/:token/acceptance',
    {
      config: { public: true, rateLimit: strict },
      schema: {
        summary: 'Accept an invitation and set a password',
        params,
        body: NewPassword,
        response: { 201: Done },
      },
    },
    async (request, reply) => {
      const { password } = request.body
      const [invitation] = await database.knock(findInvitation(hashOf(request.params.token)))
      if (!invitation) throw problems.notYours()
      // An address that has an account keeps its password: an invitation is no way into somebody's account.
      const [account] = await database.knock(findAccount(invitation.email))
      if (account?.passwordHash && !(await verify(account.passwordHash, password))) throw problems.wrongPassword()
      const passwordHash = await hash(password)
      const [accepted] = await database.knock(acceptInvitation(hashOf(request.params.token), passwordHash))
      const token = await startSession(database, request, reply, accepted!.account, 'invitation')
      await putOnOnlyHat(database, token)
      return reply.code(201).send({ ok: true })
    },
  )
}
