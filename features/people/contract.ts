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
export const Invitation = Type.Object({ email: Type.String(), communityName: Type.String() })
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
