import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql, type Database, type Session } from './database.ts'

export const sessionCookie = 'concentric_session'
export const csrfCookie = 'concentric_csrf'

/** Sessions last twelve hours; a shared computer at school forgets by the next morning. */
export const sessionHours = 12

export const hashOf = (token: string) => createHash('sha256').update(token).digest()
export const newToken = () => randomBytes(32).toString('base64url')

/** Secret scanners find a token that was left in code by how it begins. */
export const tokenPrefix = 'cct_'
export const newApiToken = () => tokenPrefix + newToken()

/** The token that a program sends, if it sends one: no browser adds this header by itself. */
export function sentToken(request: FastifyRequest): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

/** The session that a request claims, by its token or its cookie; the database decides whether it holds. */
export function claimedSession(request: FastifyRequest): Session | undefined {
  const sent = sentToken(request)
  if (sent) return { tokenHash: hashOf(sent), hat: null, area: request.routeOptions.config.area ?? 'none' }
  const token = request.cookies[sessionCookie]
  if (!token) return undefined
  const hat = request.headers['x-hat']
  return { tokenHash: hashOf(token), hat: typeof hat === 'string' && hat ? hat : null }
}

/** A changing request must repeat the value of the csrf cookie in a header, which another site can neither read nor send. */
export function isFromThisSite(request: FastifyRequest) {
  const cookie = request.cookies[csrfCookie] ?? ''
  const header = request.headers['x-csrf']
  if (typeof header !== 'string' || !cookie || header.length !== cookie.length) return false
  if (request.headers['sec-fetch-site'] === 'cross-site') return false
  return timingSafeEqual(Buffer.from(header), Buffer.from(cookie))
}

export type SignInWay = 'password' | 'demo' | 'invitation' | 'link' | 'recovery' | 'passkey' | 'provider'

export async function startSession(
  database: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  account: string,
  how: SignInWay,
) {
  const token = newToken()
  const userAgent = String(request.headers['user-agent'] ?? '')
  await database.knock(
    sql`select door.start_session(${account}, ${hashOf(token)}, ${how}, ${userAgent}, ${`${sessionHours} hours`}::interval)`,
  )
  keepSession(request, reply, token)
  return token
}

/** Leaves the session with the browser: its token, and the value that changing requests repeat. */
export function keepSession(request: FastifyRequest, reply: FastifyReply, token: string) {
  const secure = request.protocol === 'https'
  const maxAge = sessionHours * 3600
  reply.setCookie(sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge })
  reply.setCookie(csrfCookie, newToken(), { path: '/', sameSite: 'strict', secure, maxAge })
}

export function forgetSession(reply: FastifyReply) {
  reply.clearCookie(sessionCookie, { path: '/' })
  reply.clearCookie(csrfCookie, { path: '/' })
}
