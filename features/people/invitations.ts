import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import { problems } from '#platform/problems.ts'
import { hashOf, newToken } from '#platform/session.ts'
import { Done, Invitation, InvitationRow, InvitingPlaces, Made, NewInvitation, StaffRow } from './contract.ts'
import { invitationMail } from './invitation-mail.ts'
import * as query from './queries.ts'
import { admit, forStrangers, refused, type Desk } from './sign-in/admit.ts'
import { NewPassword, SignedIn } from './sign-in/contract.ts'
import { hashPassword, isPassword } from './sign-in/passwords.ts'

const params = Type.Object({ token: Type.String({ minLength: 20, maxLength: 100 }) })
const one = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })

/** An invitation's link: whom it is for, and the ways to accept it. */
export async function invitationRoutes(app: App, desk: Desk) {
  const { database, wrongTries } = desk

  app.get(
    '/invitations/:token',
    {
      config: forStrangers,
      schema: { summary: 'Tell whom an invitation is for', params, response: { 200: Invitation } },
    },
    async (request) => {
      const [invitation] = await database.knock(query.findInvitation(hashOf(request.params.token)))
      if (!invitation) throw problems.notYours()
      return invitation
    },
  )

  app.post(
    '/invitations/:token/acceptance',
    {
      config: forStrangers,
      schema: {
        summary: 'Accept an invitation with a password',
        params,
        body: NewPassword,
        response: { 201: SignedIn },
      },
    },
    async (request, reply) => {
      const { password } = request.body
      const token = hashOf(request.params.token)
      const [invitation] = await database.knock(query.findInvitation(token))
      if (!invitation) throw problems.notYours()
      // An address that has an account keeps its password: an invitation is no way into somebody's account.
      const [account] = await database.knock(query.findAccount(invitation.email))
      if (!wrongTries.mayTry(request.ip)) throw problems.tooMany()
      if (account?.passwordHash && !(await isPassword(account.passwordHash, password))) {
        wrongTries.note(request.ip)
        await refused(desk, request, account.id, 'password')
        throw problems.wrongPassword()
      }
      const [accepted] = await database.knock(query.acceptInvitation(token, await hashPassword(password)))
      return reply.code(201).send(await admit(desk, request, reply, accepted!.account, 'invitation'))
    },
  )

  app.post(
    '/invitations/:token/acceptance/here',
    {
      schema: { summary: 'Accept an invitation with the account that is signed in', params, response: { 201: Done } },
    },
    async (request, reply) => {
      await database.knock(query.acceptInvitationHere(hashOf(request.params.token), request.session.tokenHash))
      return reply.code(201).send({ ok: true })
    },
  )

  await invitingRoutes(app, desk)
}

const staffRoles = ['coordinator', 'teacher', 'counselor', 'nurse', 'social_worker', 'principal', 'data_steward']

/** What the form offers; whether it may be given is decided by act.invite. */
function rolesToGive(role: string): string[] {
  if (role === 'data_steward') return [...staffRoles, 'partner_worker']
  return role === 'coordinator' ? ['partner_worker'] : []
}

/** Inviting people, and the roles that they have. Who may invite whom is decided in access.sql. */
async function invitingRoutes(app: App, { database, site }: Desk) {
  const doors = doorsOf(database)
  const community = Type.Object({ community: Type.String() })
  const linkOf = (token: string) => `${site.address()}/invitation/${token}`

  app.get(
    '/:community/invitations',
    { schema: { summary: 'List invitations', params: community, response: { 200: Type.Array(InvitationRow) } } },
    async (request) => (await doors.read(request, null, [query.listInvitations()])).rows[0],
  )

  app.get(
    '/:community/invitations/places',
    { schema: { summary: 'List what you may invite people to', params: community, response: { 200: InvitingPlaces } } },
    async (request) => {
      const statements = [query.listDistrictSchools(), query.listOrganizationNames()] as const
      const { entered, rows } = await doors.read(request, null, statements)
      const roles = rolesToGive(entered.role)
      if (roles.length === 0) throw problems.notYours()
      return { roles, schools: rows[0], organizations: rows[1] }
    },
  )

  app.post(
    '/:community/invitations',
    { schema: { summary: 'Invite somebody', params: community, body: NewInvitation, response: { 201: Made } } },
    async (request, reply) => {
      const token = newToken()
      const made = await doors.as(request, null, async (tx) => {
        const [place] = await tx(query.findCommunityName())
        const words = invitationMail(request.body.locale, { community: place!.name, link: linkOf(token) })
        return tx(query.invite(hashOf(token), request.body, words))
      })
      return reply.code(201).send({ id: made[0]!.id })
    },
  )

  app.post(
    '/:community/invitations/:id/mail',
    { schema: { summary: 'Send an invitation again, with a new link', params: one, response: { 201: Done } } },
    async (request, reply) => {
      const token = newToken()
      await doors.as(request, null, async (tx) => {
        const [place] = await tx(query.findCommunityName())
        const known = (await tx(query.listInvitations())).find((each) => each.id === request.params.id)
        const words = invitationMail(known?.locale ?? 'en', { community: place!.name, link: linkOf(token) })
        await tx(query.resendInvitation(request.params.id, hashOf(token), words))
      })
      return reply.code(201).send({ ok: true })
    },
  )

  app.delete(
    '/:community/invitations/:id',
    { schema: { summary: 'Withdraw an invitation', params: one, response: { 200: Done } } },
    async (request) => {
      await doors.as(request, null, (tx) => tx(query.withdrawInvitation(request.params.id)))
      return { ok: true }
    },
  )

  app.get(
    '/:community/staff',
    {
      schema: {
        summary: 'List the staff with their last sign-ins',
        params: community,
        response: { 200: Type.Array(StaffRow) },
      },
    },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [query.listStaff()])
      if (entered.role !== 'data_steward') throw problems.notYours()
      return rows[0]
    },
  )

  app.post(
    '/:community/staff/:id/end',
    { schema: { summary: 'End a role', params: one, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.endMembership(request.params.id)))
      return reply.code(201).send({ ok: true })
    },
  )
}
