import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
  type RouteOptions,
} from 'fastify'
import { sql, type Database, type Entered, type Opening, type Session, type Statement, type Tx } from './database.ts'
import { describeApi, serveDescription } from './openapi.ts'
import { serveHealth } from './health.ts'
import { asProblem, Problem, problems } from './problems.ts'
import { claimedSession, isFromThisSite, sentToken } from './session.ts'
import { plainSite, type Site } from './site.ts'

declare module 'fastify' {
  interface FastifyRequest {
    session: Session
  }
  interface FastifyContextConfig {
    /** Answers people who have not signed in. The written list of such routes is kept by a test. */
    public?: true
    /** Asked for by a page many times over, the same for everyone: a limit does not count it. */
    isUncounted?: true
    /** The part of the API that a token can be for: the name of the feature. */
    area?: string
    /** Answers a token although it is in no community. */
    isOfToken?: true
  }
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** What routes need beside the database: where uploaded files are kept, how the server is known outside, and whether folders are watched. */
export type Surroundings = { dataDir: string; site: Site; isWatching: boolean }

export type Feature = {
  name: string
  routes: (app: App, database: Database, surroundings: Surroundings) => Promise<void>
}

export type AppOptions = {
  dataDir?: string
  site?: Site
  isWatching?: boolean
  /** Writes a line for each request: method, route, status, milliseconds. Never a name, an id or a query. */
  log?: (line: object) => void
  onRoute?: (route: RouteOptions) => void
  requestsPerMinute?: number
  /** Whose word about the visitor's address and https is believed: true for whoever connects, or addresses of proxies. */
  trustProxy?: boolean | string
}

const scripts = {
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // Mantine sets sizes as style attributes.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
      upgradeInsecureRequests: null,
    },
  },
  referrerPolicy: { policy: 'same-origin' as const },
}

/** The server without its pages: plugins, sessions, problems, and the routes of each feature. */
export async function buildApp(database: Database, features: Feature[], options: AppOptions = {}): Promise<App> {
  const app: App = Fastify({
    trustProxy: options.trustProxy ?? false,
    ajv: { customOptions: { coerceTypes: 'array', removeAdditional: false } },
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<TypeBoxTypeProvider>()
  if (options.onRoute) app.addHook('onRoute', options.onRoute)
  await describeApi(app)
  await app.register(cookie)
  await app.register(helmet, scripts)
  await app.register(multipart, { limits: { files: 200, fileSize: 8 * 1024 ** 3 } })
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? 1200,
    timeWindow: '1 minute',
    allowList: (request) => request.routeOptions.config.isUncounted === true,
    keyGenerator: (request) => sentToken(request) ?? request.cookies['concentric_session'] ?? request.ip,
    errorResponseBuilder: () => problems.tooMany(),
  })
  app.decorateRequest('session', null as never)
  app.addHook('onRequest', admit)
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    options.log?.({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error, request)
    if (problem.status >= 500 && problem.status !== 503)
      options.log?.({ fault: faultOf(error), route: request.routeOptions.url })
    if ([401, 403, 404].includes(problem.status)) await recordRefusal(database, request, problem.status)
    return reply
      .code(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(wireOf(problem)))
  })
  app.setNotFoundHandler(async () => {
    throw problems.notYours()
  })
  const surroundings = {
    dataDir: options.dataDir ?? 'data',
    site: options.site ?? plainSite(),
    isWatching: options.isWatching ?? false,
  }
  for (const feature of features) {
    await app.register(
      async (child) => {
        child.addHook('onRoute', (route) => {
          route.schema = { tags: [feature.name], ...route.schema }
          route.config = { area: feature.name, ...route.config }
        })
        await feature.routes(child as unknown as App, database, surroundings)
      },
      { prefix: '/api/v1' },
    )
  }
  serveDescription(app)
  serveHealth(app, database)
  return app
}

async function admit(request: FastifyRequest) {
  const session = claimedSession(request)
  if (session) request.session = session
  const isChange = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
  if (isChange && session && !sentToken(request) && !isFromThisSite(request)) throw problems.crossSite()
  if (sentToken(request) && !takesTokens(request)) throw problems.notForTokens()
  if (!request.routeOptions.config.public && !session && request.routeOptions.url) throw problems.notSignedIn()
}

// Signing in, hats and tokens are a person's own; a program works inside of a community.
function takesTokens({ routeOptions: { url, config } }: FastifyRequest) {
  return !url || config.public || config.isOfToken || url.includes('/:community/')
}

function problemOf(error: unknown, request: FastifyRequest): Problem {
  const known = asProblem(error)
  if (known?.code === 'not_signed_in' && sentToken(request)) return problems.tokenRefused()
  if (known) return known
  const { validation, statusCode, message } = error as { validation?: unknown[]; statusCode?: number; message: string }
  if (validation) return problems.invalid(`Please check what you entered: ${message}.`, validation)
  if (statusCode === 429) return problems.tooMany()
  if (statusCode && statusCode < 500) return new Problem(statusCode, 'refused', message)
  return problems.unexpected()
}

// A fault's message may carry a value from a row: only its kind and place are kept.
function faultOf(error: unknown) {
  const { name, code, stack } = error as Error & { code?: string }
  return {
    name,
    code,
    at: stack
      ?.split('\n')
      .filter((line) => line.includes('    at '))
      .slice(0, 6),
  }
}

const wireOf = ({ status, code, message, errors }: Problem) => ({
  type: 'about:blank',
  title: message,
  status,
  detail: message,
  code,
  errors,
})

const recordRefusal = (database: Database, request: FastifyRequest, status: number) =>
  request.session
    ? database
        .knock(
          sql`select door.record_refusal(${request.session.tokenHash}, ${request.method}, ${request.routeOptions.url ?? 'none'}, ${status})`,
        )
        .catch(() => [])
    : []

/** The two ways of a route to the database, for the community that its URL names. */
export function doorsOf(database: Database) {
  const check = (request: FastifyRequest, entered: Entered) => {
    const { community } = request.params as { community?: string }
    if (community !== undefined && community !== entered.community) throw problems.notYours()
  }
  return {
    as: <T>(request: FastifyRequest, opening: Opening, work: (tx: Tx, entered: Entered) => Promise<T>) =>
      database.as(request.session, opening, async (tx, entered) => {
        check(request, entered)
        return work(tx, entered)
      }),
    read: async <const S extends readonly Statement[]>(request: FastifyRequest, opening: Opening, statements: S) => {
      const answer = await database.read(request.session, opening, statements)
      check(request, answer.entered)
      return answer
    },
  }
}
