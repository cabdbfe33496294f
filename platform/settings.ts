import path from 'node:path'
import type { MailServer } from './mail.ts'
import { Problem } from './problems.ts'
import type { Provider } from './site.ts'

export type Settings = {
  /** Where the embedded database, kept files, passwords and logs live. */
  dataDir: string
  port: number
  host: string
  /** A PostgreSQL of one's own; without it the embedded one is started. */
  databaseUrl: string | undefined
  loadsDemo: boolean
  /** Below it lie the watched folders, each community's under its short name; without it none is watched. */
  watchDir?: string | undefined
  /** How many minutes lie between two looks into the watched folders. */
  watchMinutes?: number
  /** How many days are kept: mail that went out, without its text; and what is over of sessions, sign-ins, invitations and refusals. */
  mailDays?: number
  signInDays?: number
  /** Who stands in the record for what the command line does. */
  operator: string
  /** The address under which people reach this server, for links in mails; without one, the address that it listens on. */
  publicUrl?: string | undefined
  /** Whose word about a visitor's address and https is believed: addresses of proxies, or true for whoever connects. */
  trustProxy: boolean | string
  /** Where the server's log goes: a file, "stdout" or "off". */
  log: string
  /** Whether this process works on jobs (imports, mail); false where `concentric worker` runs apart. */
  works: boolean
  /** Where mail goes out; without it, mail waits in the outbox. */
  mailServer?: MailServer | undefined
  /** Makes the key that seals the secrets of code apps; without it, a key is kept in the data folder. */
  secret?: string | undefined
  /** Who else signs people in. */
  providers?: readonly Provider[]
}

/** What the environment says, with the defaults that docs and README name. */
export function readSettings(env: NodeJS.ProcessEnv, login: string): Settings {
  const port = Number(env.CONCENTRIC_PORT ?? 4000)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`CONCENTRIC_PORT is "${env.CONCENTRIC_PORT}". Set it to a number from 1 to 65535.`)
  const watchMinutes = Number(env.CONCENTRIC_WATCH_MINUTES ?? 5)
  if (!Number.isInteger(watchMinutes) || watchMinutes < 1 || watchMinutes > 30)
    throw new Error(`CONCENTRIC_WATCH_MINUTES is "${env.CONCENTRIC_WATCH_MINUTES}". Set it to a number from 1 to 30.`)
  const databaseUrl = env.DATABASE_URL || undefined
  return {
    dataDir: path.resolve(env.CONCENTRIC_DATA_DIR || 'data'),
    port,
    host: env.CONCENTRIC_HOST || '127.0.0.1',
    databaseUrl,
    loadsDemo: !databaseUrl && (env.CONCENTRIC_DEMO ?? 'on') !== 'off',
    watchDir: env.CONCENTRIC_WATCH_DIR ? path.resolve(env.CONCENTRIC_WATCH_DIR) : undefined,
    watchMinutes,
    mailDays: daysOf(env, 'CONCENTRIC_KEEP_MAIL_DAYS', 30, 15),
    signInDays: daysOf(env, 'CONCENTRIC_KEEP_SIGN_INS_DAYS', 400, 30),
    operator: env.CONCENTRIC_OPERATOR || login,
    trustProxy: trustOf(env.CONCENTRIC_TRUST_PROXY),
    log: logOf(env.CONCENTRIC_LOG, env.CONCENTRIC_DATA_DIR),
    works: (env.CONCENTRIC_WORKER ?? 'on') !== 'off',
    publicUrl: publicUrlOf(env.CONCENTRIC_URL),
    mailServer: mailServerOf(env.CONCENTRIC_SMTP_URL, env.CONCENTRIC_MAIL_FROM),
    secret: secretOf(env.CONCENTRIC_SECRET),
    providers: providersOf(env.CONCENTRIC_OIDC),
  }
}

function daysOf(env: NodeJS.ProcessEnv, name: string, usual: number, least: number) {
  const days = Number(env[name] || usual)
  if (Number.isInteger(days) && days >= least && days <= 36_500) return days
  throw new Problem(400, 'invalid', `${name} is "${env[name]}". Set it to a whole number of days, ${least} or more.`)
}

function secretOf(text: string | undefined) {
  if (text && text.length < 32)
    throw new Problem(400, 'invalid', 'CONCENTRIC_SECRET is too short. Set it to 32 random characters or more.')
  return text || undefined
}

function providersOf(text: string | undefined): Provider[] {
  if (!text) return []
  const wrong = (what: string) => new Problem(400, 'invalid', `CONCENTRIC_OIDC ${what}. docs/operating.md shows how.`)
  const list = parsed(text)
  if (!Array.isArray(list)) throw wrong('is not a list in JSON')
  for (const [i, each] of (list as Partial<Provider>[]).entries()) {
    const isWhole = [each.id, each.name, each.issuer, each.clientId, each.clientSecret].every(
      (value) => typeof value === 'string',
    )
    if (!isWhole) throw wrong(`needs id, name, issuer, clientId and clientSecret in place ${i + 1}`)
    if (!/^[a-z0-9-]{1,40}$/.test(each.id!))
      throw wrong(`has "${each.id}" as an id; use small letters, digits and hyphens`)
    if (!/^https:/.test(each.issuer!) && !/^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(each.issuer!))
      throw wrong(`has an issuer without https in place ${i + 1}`)
  }
  return list as Provider[]
}

// The text holds a secret: what is wrong with it is not repeated.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const trustOf = (text: string | undefined) => (text === 'on' ? true : text && text !== 'off' ? text : false)

function logOf(text: string | undefined, dataDir: string | undefined) {
  if (text === 'stdout' || text === 'off') return text
  return path.resolve(text || path.join(dataDir || 'data', 'server.log'))
}

function publicUrlOf(text: string | undefined) {
  if (!text) return undefined
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new Problem(
      400,
      'invalid',
      `CONCENTRIC_URL is "${text}". Set it to an address such as https://concentric.example.org.`,
    )
  return new URL(text).origin
}

function mailServerOf(url: string | undefined, from: string | undefined): MailServer | undefined {
  if (!url) return undefined
  // The address may hold a password: it is not repeated.
  if (!URL.canParse(url) || !/^smtps?:/.test(url))
    throw new Problem(
      400,
      'invalid',
      'CONCENTRIC_SMTP_URL is no address of a mail server, such as smtps://user:password@mail.example.org.',
    )
  if (!from || !/@[^\s@]+$/.test(from.replace(/>$/, '')))
    throw new Problem(
      400,
      'invalid',
      'Set CONCENTRIC_MAIL_FROM to the address that mail comes from, such as "Concentric <concentric@example.org>".',
    )
  return { url, from }
}
