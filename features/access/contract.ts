import { Type, type Static } from 'typebox'
import { Nullable } from '../students/contract.ts'

const Day = Type.String({ format: 'date' })

/** Why somebody may look: the kind of the reason, and for an organization its agreement, the consent's day and the first day of serving. */
export const Why = Type.Object({
  kind: Type.String({
    description:
      'district, operator, school, other_school, class, guardian, self; of an organization consent, school_official or directory_information',
  }),
  agreement: Type.Optional(Type.String()),
  consentOn: Type.Optional(Day),
  since: Type.Optional(Day),
  byToken: Type.Optional(Type.String({ description: 'the name of the token by which a program looked' })),
})
export type Why = Static<typeof Why>
export const Viewer = Type.Object({
  personName: Type.String(),
  role: Type.String(),
  organizationName: Nullable(Type.String()),
  elements: Type.Array(Type.String()),
  why: Why,
  reason: Type.String({ description: 'the same in English' }),
  untilOn: Nullable(Type.String()),
})
export type Viewer = Static<typeof Viewer>
export const Disclosure = Type.Object({
  at: Type.String(),
  personName: Type.String(),
  organizationName: Type.String(),
  elements: Type.Array(Type.String()),
  purpose: Type.String(),
  why: Why,
})
export type Disclosure = Static<typeof Disclosure>
export const Signature = Type.Object({
  side: Type.String(),
  personName: Nullable(Type.String()),
  signedName: Type.String(),
  signedAt: Type.String(),
})
export const Agreement = Type.Object({
  id: Type.String(),
  organizationId: Type.String(),
  organizationName: Type.String(),
  number: Type.String(),
  title: Type.String(),
  basis: Type.String({ description: 'consent, school_official or directory_information' }),
  purpose: Type.String(),
  fromOn: Type.String(),
  untilOn: Type.String(),
  terminatedOn: Nullable(Type.String()),
  standing: Type.String({ description: 'draft, waiting_for_school, waiting_for_partner, future, in_force, ended' }),
  elements: Type.Array(Type.String()),
  signatures: Type.Array(Signature),
})
export type Agreement = Static<typeof Agreement>
export const NewAgreement = Type.Object({
  organizationId: Type.String({ format: 'uuid' }),
  number: Type.String({ minLength: 1, maxLength: 50 }),
  title: Type.String({ minLength: 1, maxLength: 200 }),
  basis: Type.Union([Type.Literal('consent'), Type.Literal('school_official'), Type.Literal('directory_information')]),
  purpose: Type.String({ minLength: 1, maxLength: 1000 }),
  fromOn: Day,
  untilOn: Day,
  elements: Type.Array(Type.String(), { minItems: 1 }),
})
export type NewAgreement = Static<typeof NewAgreement>
export const Sign = Type.Object({ signedName: Type.String({ minLength: 2, maxLength: 200 }) })
export const Consent = Type.Object({
  id: Type.String(),
  studentId: Type.String(),
  organizationId: Type.String(),
  organizationName: Type.String(),
  elements: Type.Array(Type.String()),
  purpose: Type.String(),
  fromOn: Type.String(),
  untilOn: Type.String(),
  signedName: Nullable(Type.String()),
  givenAt: Type.String(),
  withdrawnAt: Nullable(Type.String()),
  isMine: Type.Boolean(),
})
export type Consent = Static<typeof Consent>
export const NewConsent = Type.Object({
  organizationId: Type.String({ format: 'uuid' }),
  elements: Type.Array(Type.String(), { minItems: 1 }),
  purpose: Type.String({ minLength: 1, maxLength: 1000 }),
  untilOn: Day,
  signedName: Type.String({ minLength: 2, maxLength: 200 }),
})
export type NewConsent = Static<typeof NewConsent>
