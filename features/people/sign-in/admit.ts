import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '#platform/database.ts'
import { hashOf, newToken, startSession, type SignInWay } from '#platform/session.ts'
import type { Site } from '#platform/site.ts'
import { chooseHat, endSession, listHats } from '../queries.ts'
import type { SignedIn } from './contract.ts'
import { beginStep, hasCode, recordRefused, speak } from './queries.ts'
import type { countWrongTries } from './wrong-tries.ts'

/** What the routes of signing in work with. */
export type Desk = { database: Database; site: Site; wrongTries: ReturnType<typeof countWrongTries> }

const stepCookie = 'concentric_step'
const stepMinutes = 10

/** The step that this browser is in the middle of. */
export const stepOf = (request: FastifyRequest): Buffer => hashOf(request.cookies[stepCookie] ?? '')

/** Begins a step that this browser alone can end. The cookie comes along when a provider sends the person back. */
export async function begin(
  { database }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  step: { kind: 'code' | 'passkey' | 'new_passkey' | 'provider'; account: string | null; body: object },
) {
  const token = newToken()
  await database.knock(beginStep(hashOf(token), step.kind, step.account, step.body, stepMinutes))
  reply.setCookie(stepCookie, token, {
    path: '/api/v1',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: stepMinutes * 60,
  })
}

/** After signing in with one hat only, it is on; with several, the person chooses. */
export async function putOnOnlyHat(database: Database, token: string) {
  const hats = await database.knock(listHats(hashOf(token)))
  if (hats.length === 1) await database.knock(chooseHat(hashOf(token), hats[0]!.id))
}

/** A new session under a new token; whatever session this browser had is over. */
export async function letIn(desk: Desk, request: FastifyRequest, reply: FastifyReply, account: string, how: SignInWay) {
  if (request.session) await desk.database.knock(endSession(request.session.tokenHash, null))
  const language = request.headers['x-locale']
  if (typeof language === 'string') await desk.database.knock(speak(account, language))
  const token = await startSession(desk.database, request, reply, account, how)
  reply.clearCookie(stepCookie, { path: '/api/v1' })
  await putOnOnlyHat(desk.database, token)
}

/**
 * Who has shown one thing (a password, a mail) is asked for a code where a code app is set up. A passkey is two things already, and
 * a provider asks for what its owner set up there.
 */
export async function admit(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  account: string,
  how: SignInWay,
): Promise<SignedIn> {
  const [code] = await desk.database.knock(hasCode(account))
  if (!code?.has) {
    await letIn(desk, request, reply, account, how)
    return { ok: true, needsCode: false }
  }
  await begin(desk, request, reply, { kind: 'code', account, body: { how } })
  return { ok: true, needsCode: true }
}

/** A try that was refused stands in the history of the account. */
export const refused = ({ database }: Desk, request: FastifyRequest, account: string | null, how: string) =>
  database.knock(recordRefused(account, how, String(request.headers['user-agent'] ?? '')))

/**
 * For routes that strangers knock at: so many knocks a minute from each address of the network. A whole school may stand behind one, so
 * guessing is limited elsewhere: by account, by step, and by the wrong tries of an address.
 */
export const forStrangers = {
  public: true as const,
  rateLimit: { max: 400, timeWindow: '1 minute', keyGenerator: (request: FastifyRequest) => request.ip },
}
