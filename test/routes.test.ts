import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '#features/index.ts'
import { buildApp, type App } from '#platform/app.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

type Route = {
  method: string
  url: string
  isPublic: boolean
  responses: object | undefined
  summary: string | undefined
}

let db: TestDatabase
let app: App
const routes: Route[] = []

beforeAll(async () => {
  db = await openTestDatabase()
  app = await buildApp(db.database, features, {
    requestsPerMinute: 100_000,
    onRoute: ({ method, url, config, schema }) => {
      for (const each of [method].flat())
        if (each !== 'HEAD' && each !== 'OPTIONS')
          routes.push({
            method: each,
            url,
            isPublic: Boolean((config as { public?: true } | undefined)?.public),
            responses: schema?.response as object | undefined,
            summary: (schema as { summary?: string } | undefined)?.summary,
          })
    },
  })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await db.close()
})

// Whoever is not signed in gets an answer here, and nowhere else.
const publicRoutes = [
  'GET /api/v1/demo',
  'GET /api/v1/finder/:community',
  'GET /api/v1/hsds/:community',
  'GET /api/v1/hsds/:community/services',
  'GET /api/v1/hsds/:community/services/:id',
  'GET /api/v1/invitations/:token',
  'GET /api/v1/openapi.json',
  'GET /api/v1/outbox',
  'GET /api/v1/session/provider/:provider/return',
  'GET /api/v1/session/ways',
  'GET /health/live',
  'GET /health/ready',
  'POST /api/v1/invitations/:token/acceptance',
  'POST /api/v1/recovery',
  'POST /api/v1/recovery/password',
  'POST /api/v1/session',
  'POST /api/v1/session/code',
  'POST /api/v1/session/demo',
  'POST /api/v1/session/link',
  'POST /api/v1/session/link/acceptance',
  'POST /api/v1/session/passkey',
  'POST /api/v1/session/passkey/challenge',
  'POST /api/v1/session/provider/:provider',
]

const nobody = '00000000-0000-7000-8000-000000000000'
const filled = (url: string) =>
  url
    .replace(':id', nobody)
    .replace(':community', 'riverbend')
    .replace(/:[a-z]+/gi, 'notes')

test('only the written list of routes answers a stranger', async () => {
  expect(
    routes
      .filter((route) => route.isPublic)
      .map((route) => `${route.method} ${route.url}`)
      .sort(),
  ).toEqual(publicRoutes)
  for (const { method, url } of routes.filter((route) => !route.isPublic)) {
    const answer = await app.inject({ method: method as 'GET', url: filled(url) })
    expect(answer.statusCode, `${method} ${url}`).toBe(401)
  }
  expect(routes.length).toBeGreaterThan(25)
})

// Signing out twice is no fault.
const alwaysAnswers = 'DELETE /api/v1/session'

test('a made-up session is a stranger too', async () => {
  for (const { method, url } of routes.filter(
    (route) => !route.isPublic && `${route.method} ${route.url}` !== alwaysAnswers,
  )) {
    const cookies = { concentric_session: 'made-up', concentric_csrf: 'same' }
    const answer = await app.inject({
      method: method as 'GET',
      url: filled(url),
      cookies,
      headers: { 'x-csrf': 'same' },
      payload: {},
    })
    expect(
      [400, 401, 404, 406, 415].includes(answer.statusCode),
      `${method} ${url} answered ${answer.statusCode}`,
    ).toBe(true)
    expect(answer.body).not.toContain('"students"')
  }
})

test('every route declares what it returns, so that undeclared fields never leave', () => {
  expect(routes.filter((route) => !route.responses).map((route) => `${route.method} ${route.url}`)).toEqual([])
})

test('every route says in a sentence what it does, for the description of the API', () => {
  expect(routes.filter((route) => !route.summary).map((route) => `${route.method} ${route.url}`)).toEqual([])
})

test('a change that another site sends is refused', async () => {
  const cookies = { concentric_session: 'any', concentric_csrf: 'one' }
  const answer = await app.inject({ method: 'DELETE', url: '/api/v1/session', cookies, headers: { 'x-csrf': 'two' } })
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'cross_site'])
})

test('answers of the API are not stored by browsers or proxies, and pages run no foreign script', async () => {
  const answer = await app.inject({ url: '/api/v1/openapi.json' })
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.headers['content-security-policy']).toContain("script-src 'self'")
})
