import { Type } from 'typebox'
import type { App } from '#platform/app.ts'
import { problems } from '#platform/problems.ts'
import { hashOf } from '#platform/session.ts'
import { Invitation } from './contract.ts'
import { acceptInvitation, findAccount, findInvitation } from './queries.ts'
import { admit, refused, strict, type Desk } from './sign-in/admit.ts'
import { NewPassword, SignedIn } from './sign-in/contract.ts'
import { hashPassword, isPassword } from './sign-in/passwords.ts'

const params = Type.Object({ token: Type.String({ minLength: 20, maxLength: 100 }) })

/** An invitation's link: whom it is for, and the password that accepts it. */
export async function invitationRoutes(app: App, desk: Desk) {
  const { database } = desk
  app.get(
    '/invitations/:token',
    {
      config: strict(20),
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
      config: strict(20),
      schema: {
        summary: 'Accept an invitation and set a password',
        params,
        body: NewPassword,
        response: { 201: SignedIn },
      },
    },
    async (request, reply) => {
      const { password } = request.body
      const [invitation] = await database.knock(findInvitation(hashOf(request.params.token)))
      if (!invitation) throw problems.notYours()
      // An address that has an account keeps its password: an invitation is no way into somebody's account.
      const [account] = await database.knock(findAccount(invitation.email))
      if (account?.passwordHash && !(await isPassword(account.passwordHash, password))) {
        await refused(desk, request, account.id, 'password')
        throw problems.wrongPassword()
      }
      const [accepted] = await database.knock(
        acceptInvitation(hashOf(request.params.token), await hashPassword(password)),
      )
      return reply.code(201).send(await admit(desk, request, reply, accepted!.account, 'invitation'))
    },
  )
}
