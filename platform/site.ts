import { randomBytes } from 'node:crypto'

/** How this server is known outside and what it can do for signing in. Features get it with their routes. */
export type Site = {
  /** The address under which people reach it, without a slash at the end. Known once it listens. */
  address: () => string
  /** Whether mail goes out; without it, mail waits in the outbox. */
  sendsMail: boolean
  /** Seals what must be read again (platform/secret.ts). */
  key: Buffer
  /** Who else signs people in here, in the order in which they are offered. */
  providers: readonly Provider[]
}

/** An OpenID Connect provider, as the settings name it. */
export type Provider = { id: string; name: string; issuer: string; clientId: string; clientSecret: string }

const onThisMachine = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

export const isLoopback = (ip: string) => onThisMachine.has(ip)

/** A site with nothing set up, and a key that is forgotten when it ends. */
export const plainSite = (): Site => ({
  address: () => 'http://localhost:4000',
  sendsMail: false,
  key: randomBytes(32),
  providers: [],
})
