import { Type, type Static } from 'typebox'

const moment = Type.String({ format: 'date-time' })

/** Signed in, or half way: a code is asked for next. */
export const SignedIn = Type.Object({ ok: Type.Boolean(), needsCode: Type.Boolean() })
export type SignedIn = Static<typeof SignedIn>
export const Address = Type.Object({ email: Type.String({ minLength: 3, maxLength: 254 }) })
export const LinkToken = Type.Object({ token: Type.String({ minLength: 20, maxLength: 100 }) })
/** Twelve characters at least (NIST SP 800-63B asks for eight); any character, no rules of composition. */
export const NewPassword = Type.Object({ password: Type.String({ minLength: 12, maxLength: 200 }) })
export const Recovery = Type.Object({ ...LinkToken.properties, ...NewPassword.properties })
/** Six digits of a code app, or a recovery code. */
export const Code = Type.Object({ code: Type.String({ minLength: 6, maxLength: 40 }) })
export const Proof = Type.Object({
  password: Type.String({ minLength: 1, maxLength: 200 }),
  code: Type.Optional(Type.String({ maxLength: 40 })),
})
export const PasskeyRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  createdAt: moment,
  lastUsedAt: Type.Union([moment, Type.Null()]),
})
export type PasskeyRow = Static<typeof PasskeyRow>
export const IdentityRow = Type.Object({
  id: Type.String(),
  providerName: Type.String(),
  email: Type.Union([Type.String(), Type.Null()]),
  createdAt: moment,
  lastUsedAt: Type.Union([moment, Type.Null()]),
})
export type IdentityRow = Static<typeof IdentityRow>
export const ProviderRow = Type.Object({ id: Type.String(), name: Type.String() })
export type ProviderRow = Static<typeof ProviderRow>

/** How one's own account is entered. */
export const Account = Type.Object({
  email: Type.String(),
  hasPassword: Type.Boolean(),
  hasCode: Type.Boolean(),
  recoveryCodes: Type.Integer({ description: 'unused recovery codes' }),
  isProved: Type.Boolean({ description: 'proved in the last quarter of an hour; changes ask for it' }),
  passkeys: Type.Array(PasskeyRow),
  identities: Type.Array(IdentityRow),
  providers: Type.Array(ProviderRow),
})
export type Account = Static<typeof Account>
/** What the sign-in page can offer. */
export const SignInWays = Type.Object({
  sendsMail: Type.Boolean(),
  showsOutbox: Type.Boolean(),
  providers: Type.Array(ProviderRow),
})
export type SignInWays = Static<typeof SignInWays>
/** What the browser got from the device; the library that checks it knows its form. */
const signed = Type.Object({ id: Type.String({ maxLength: 2000 }) }, { additionalProperties: true })
export const PasskeyAnswer = Type.Object({ response: signed })
export const PasskeyName = Type.Object({ name: Type.String({ minLength: 1, maxLength: 80 }) })
export const NewPasskey = Type.Object({ ...PasskeyName.properties, ...PasskeyAnswer.properties })
/** What somebody goes to a provider for: to sign in, to add it to the own account, or to accept an invitation. */
export const ProviderWish = Type.Object({
  intent: Type.Union([Type.Literal('sign_in'), Type.Literal('add'), Type.Literal('invitation')]),
  next: Type.Optional(Type.String({ maxLength: 500 })),
  invitation: Type.Optional(Type.String({ maxLength: 100 })),
})
export type ProviderWish = Static<typeof ProviderWish>
export const NewCodeApp = Type.Object({
  secret: Type.String(),
  address: Type.String({ description: 'otpauth://, for the picture' }),
  picture: Type.String({ description: 'the address as a QR code, SVG' }),
})
export type NewCodeApp = Static<typeof NewCodeApp>
export const RecoveryCodes = Type.Object({ codes: Type.Array(Type.String()) })
export type RecoveryCodes = Static<typeof RecoveryCodes>
export const SignInRow = Type.Object({
  id: Type.String(),
  at: moment,
  how: Type.String(),
  isRefused: Type.Boolean(),
  userAgent: Type.String(),
})
export type SignInRow = Static<typeof SignInRow>
