import { sql } from '#platform/database.ts'
import type { PasskeyRow, SignInRow } from './contract.ts'
import type { Mail } from './mails.ts'

type Hash = Buffer
type StepKind = 'code' | 'passkey' | 'new_passkey' | 'provider' | 'link' | 'recovery'

export const recordRefused = (account: string | null, how: string, userAgent: string) =>
  sql`select door.record_refused(${account}, ${how}, ${userAgent})`

export const mayTry = (account: string, how: string) =>
  sql<{ may: boolean }>`select door.may_try(${account}, ${how}) as may`

export const beginStep = (step: Hash, kind: StepKind, account: string | null, body: object, minutes: number) => sql`
  select door.begin_step(${step}, ${kind}, ${account}, ${JSON.stringify(body)}, make_interval(mins => ${minutes}::int))`

export const takeStep = <Body>(step: Hash, kind: StepKind) =>
  sql<{ account: string | null; body: Body }>`select account, body from door.take_step(${step}, ${kind})`

export const mailLink = (email: string, step: Hash, kind: 'link' | 'recovery', { subjects, bodies }: Mail) =>
  sql<{ mailed: boolean }>`select door.mail_link(${email}, ${step}, ${kind}, ${subjects}, ${bodies}) as mailed`

export const hasCode = (account: string) => sql<{ has: boolean }>`select door.has_code(${account}) as has`

export const tryCode = (step: Hash) => sql<{ account: string; how: string; sealedSecret: Buffer }>`
  select account, how, sealed_secret as "sealedSecret" from door.try_code(${step})`

export const useCode = (account: string, counter: number) =>
  sql<{ used: boolean }>`select door.use_code(${account}, ${counter}) as used`

export const useRecoveryCode = (account: string, codeHash: Hash) =>
  sql<{ used: boolean }>`select door.use_recovery_code(${account}, ${codeHash}) as used`

export const speak = (account: string, locale: string) => sql`select door.speak(${account}, ${locale})`

export type MyAccount = {
  id: string
  email: string
  locale: string
  how: string
  hasPassword: boolean
  passwordHash: string | null
  hasCode: boolean
  recoveryCodes: number
  isProved: boolean
}
export const findMyAccount = (session: Hash) => sql<MyAccount>`
  select id, email, locale, how, has_password as "hasPassword", password_hash as "passwordHash", has_code as "hasCode",
    recovery_codes as "recoveryCodes", is_proved as "isProved"
  from door.my_account(${session})`

export const prove = (session: Hash, fresh: Hash) =>
  sql<{ proved: boolean }>`select door.prove(${session}, ${fresh}) as proved`

export const setPassword = (session: Hash, passwordHash: string, { subjects, bodies }: Mail) =>
  sql`select door.set_password(${session}, ${passwordHash}, ${subjects}, ${bodies})`

export const recover = (step: Hash, passwordHash: string, { subjects, bodies }: Mail) =>
  sql<{ account: string }>`select door.recover(${step}, ${passwordHash}, ${subjects}, ${bodies}) as account`

/** For the owner: nothing is made, and false comes back, for an address that nobody has. */
export const makeResetStep = (email: string, step: Hash, operator: string, { subjects, bodies }: Mail) =>
  sql<{ made: boolean }>`select access.make_reset_step(${email}, ${step}, ${operator}, ${subjects}, ${bodies}) as made`

export const beginTotp = (session: Hash, sealed: Buffer) => sql`select door.begin_totp(${session}, ${sealed})`

export const findMyTotp = (session: Hash) => sql<{ account: string; sealedSecret: Buffer; isConfirmed: boolean }>`
  select account, sealed_secret as "sealedSecret", is_confirmed as "isConfirmed" from door.my_totp(${session})`

export const confirmTotp = (session: Hash, counter: number, codes: Hash[], { subjects, bodies }: Mail) =>
  sql`select door.confirm_totp(${session}, ${counter}, ${codes}, ${subjects}, ${bodies})`

export const renewCodes = (session: Hash, codes: Hash[], { subjects, bodies }: Mail) =>
  sql`select door.renew_codes(${session}, ${codes}, ${subjects}, ${bodies})`

export const removeTotp = (session: Hash, { subjects, bodies }: Mail) =>
  sql`select door.remove_totp(${session}, ${subjects}, ${bodies})`

export const listPasskeys = (session: Hash) => sql<PasskeyRow & { credentialId: string; transports: string[] }>`
  select id, name, created_at as "createdAt", last_used_at as "lastUsedAt", credential_id as "credentialId", transports
  from door.list_passkeys(${session})`

export type NewPasskey = {
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  name: string
}
export const addPasskey = (session: Hash, key: NewPasskey, { subjects, bodies }: Mail) => sql<{ id: string }>`
  select door.add_passkey(${session}, ${key.credentialId}, ${key.publicKey}, ${key.counter}, ${key.transports}, ${key.name},
    ${subjects}, ${bodies}) as id`

export const namePasskey = (session: Hash, passkey: string, name: string) =>
  sql<{ named: boolean }>`select door.name_passkey(${session}, ${passkey}, ${name}) as named`

export const removePasskey = (session: Hash, passkey: string, { subjects, bodies }: Mail) =>
  sql`select door.remove_passkey(${session}, ${passkey}, ${subjects}, ${bodies})`

export const findPasskey = (credentialId: string) => sql<{
  account: string
  publicKey: Buffer
  counter: number
  transports: string[]
}>`
  select account, public_key as "publicKey", counter, transports from door.find_passkey(${credentialId})`

export const usePasskey = (credentialId: string, counter: number) =>
  sql<{ used: boolean }>`select door.use_passkey(${credentialId}, ${counter}) as used`

export const findIdentity = (issuer: string, subject: string) =>
  sql<{ account: string | null }>`select door.find_identity(${issuer}, ${subject}) as account`

export const listIdentities = (session: Hash) => sql<{
  id: string
  issuer: string
  email: string | null
  createdAt: Date
  lastUsedAt: Date | null
}>`
  select id, issuer, email, created_at as "createdAt", last_used_at as "lastUsedAt" from door.list_identities(${session})`

export const addIdentity = (
  session: Hash,
  { issuer, subject, email }: { issuer: string; subject: string; email: string | null },
  { subjects, bodies }: Mail,
) => sql`select door.add_identity(${session}, ${issuer}, ${subject}, ${email}, ${subjects}, ${bodies})`

export const removeIdentity = (session: Hash, identity: string, { subjects, bodies }: Mail) =>
  sql`select door.remove_identity(${session}, ${identity}, ${subjects}, ${bodies})`

export const listSignIns = (session: Hash) => sql<SignInRow>`
  select id, at, how, is_refused as "isRefused", user_agent as "userAgent" from door.list_sign_ins(${session})`
