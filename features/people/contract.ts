import { Type, type Static } from 'typebox'

export const Hat = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('membership'), Type.Literal('guardianship'), Type.Literal('self')]),
  role: Type.String({
    description:
      'data_steward, principal, counselor, nurse, social_worker, coordinator, teacher, partner_worker, guardian, eligible_student, backbone, network_analyst',
  }),
  community: Type.String({ description: 'slug' }),
  communityName: Type.String(),
  isDemo: Type.Boolean(),
  personName: Type.String(),
  place: Type.Union([Type.String(), Type.Null()]),
  studentName: Type.Union([Type.String(), Type.Null()]),
  isCurrent: Type.Boolean(),
})
export type Hat = Static<typeof Hat>
export const Me = Type.Object({
  hats: Type.Array(Hat),
  hat: Type.Union([Hat, Type.Null()]),
  timeZone: Type.Union([Type.String(), Type.Null()]),
})
export type Me = Static<typeof Me>
export const SignIn = Type.Object({
  email: Type.String({ minLength: 3, maxLength: 254 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
})
export const DemoPerson = Type.Object({
  accountId: Type.String(),
  key: Type.String(),
  name: Type.String(),
  role: Type.String(),
  about: Type.String(),
})
export type DemoPerson = Static<typeof DemoPerson>
export const SessionRow = Type.Object({
  id: Type.String(),
  how: Type.String(),
  userAgent: Type.String(),
  createdAt: Type.String(),
  lastSeenAt: Type.String(),
  isCurrent: Type.Boolean(),
})
export type SessionRow = Static<typeof SessionRow>
const text = Type.Union([Type.String(), Type.Null()])
const moment = Type.String({ format: 'date-time' })
const perhaps = Type.Union([moment, Type.Null()])
export const Invitation = Type.Object({
  email: Type.String(),
  communityName: Type.String(),
  role: text,
  place: text,
  hasAccount: Type.Boolean(),
})
export type Invitation = Static<typeof Invitation>
export const InvitationRow = Type.Object({
  id: Type.String(),
  email: Type.String(),
  personName: Type.String(),
  locale: Type.Union([Type.Literal('en'), Type.Literal('es')]),
  role: text,
  place: text,
  createdAt: moment,
  expiresAt: moment,
  usedAt: perhaps,
  withdrawnAt: perhaps,
  mail: Type.Union([Type.Literal('sent'), Type.Literal('waiting'), Type.Literal('not_delivered'), Type.Null()]),
})
export type InvitationRow = Static<typeof InvitationRow>
const id = Type.Optional(Type.String({ format: 'uuid' }))
/** A new role at a school, an organization or the district; or the guardianship or role on record whose holder is invited. */
export const NewInvitation = Type.Object({
  email: Type.String({ pattern: '^[^\\s@]+@[^\\s@]+$', maxLength: 254 }),
  givenName: Type.String({ maxLength: 80 }),
  familyName: Type.String({ maxLength: 80 }),
  locale: Type.Union([Type.Literal('en'), Type.Literal('es')]),
  role: Type.Optional(Type.String({ maxLength: 40 })),
  schoolId: id,
  organizationId: id,
  guardianshipId: id,
  membershipId: id,
})
export type NewInvitation = Static<typeof NewInvitation>
const place = Type.Object({ id: Type.String(), name: Type.String() })
/** What the inviter may choose from. */
export const InvitingPlaces = Type.Object({
  roles: Type.Array(Type.String()),
  schools: Type.Array(place),
  organizations: Type.Array(place),
})
export type InvitingPlaces = Static<typeof InvitingPlaces>
export const StaffRow = Type.Object({
  id: Type.String({ description: 'of the membership' }),
  personName: Type.String(),
  role: Type.String(),
  place: text,
  fromOn: Type.String(),
  hasAccount: Type.Boolean(),
  lastAt: perhaps,
  lastHow: text,
  refused: Type.Integer({ description: 'refused tries in 30 days' }),
  hasSecond: Type.Boolean({ description: 'has a code app or a passkey' }),
  isSelf: Type.Boolean(),
})
export type StaffRow = Static<typeof StaffRow>
export const Proposal = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('membership'), Type.Literal('guardianship')]),
  personName: Type.String(),
  role: Type.String(),
  place: Type.Union([Type.String(), Type.Null()]),
  studentName: Type.Union([Type.String(), Type.Null()]),
})
export type Proposal = Static<typeof Proposal>
export const Decision = Type.Object({ approve: Type.Boolean() })
export const WaitingMail = Type.Object({
  id: Type.String(),
  recipient: Type.String(),
  subject: Type.String(),
  body: Type.String(),
  queuedAt: Type.String({ format: 'date-time' }),
})
export type WaitingMail = Static<typeof WaitingMail>
export const Done = Type.Object({ ok: Type.Boolean() })
export const Made = Type.Object({ id: Type.String() })
