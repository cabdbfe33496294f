import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { features } from '#features/index.ts'
import { buildApp, type App } from '#platform/app.ts'
import { connect } from '#platform/database.ts'
import type { Installation } from '#platform/installation.ts'
import { projectRoot } from '#platform/migrate.ts'
import { problems } from '#platform/problems.ts'
import { keepKey } from '#platform/secret.ts'
import type { Provider, Site } from '#platform/site.ts'

export type ServerOptions = {
  port: number
  host: string
  log?: (line: object) => void
  requestsPerMinute?: number
  /** The address under which people reach the server, when it is not the one that it listens on. */
  publicUrl?: string | undefined
  sendsMail?: boolean
  trustProxy?: boolean | string | undefined
  /** Whether the server has a directory of watched folders. */
  isWatching?: boolean
  secret?: string | undefined
  providers?: readonly Provider[]
}

const builtPages = path.join(projectRoot, 'dist/web')

/** Serves the pages: one shell for staff, one for families and the public. Assets carry a hash in their names and may be kept. */
export async function servePages(app: App, pagesDir = builtPages) {
  if (!existsSync(pagesDir)) return
  await app.register(async (assets) => {
    // Pages are for everyone; what they may show is decided by each request of theirs. Before people sign in, they have nothing but the
    // address of their network in common with a limit, and a page is a dozen files for each person of a school behind it.
    assets.addHook('onRoute', (route) => {
      route.config = { ...route.config, public: true, isUncounted: true }
    })
    await assets.register(fastifyStatic, {
      root: path.join(pagesDir, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      setHeaders: (response) => void response.setHeader('vary', 'accept-encoding'),
      decorateReply: false,
    })
  })
  const shells = {
    staff: await readFile(path.join(pagesDir, 'staff.html')),
    open: await readFile(path.join(pagesDir, 'open.html')),
  }
  const page = (url: string, shell: keyof typeof shells) =>
    app.get(url, { config: { public: true } }, (_request, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(shells[shell]),
    )
  page('/app', 'staff')
  page('/app/*', 'staff')
  for (const url of [
    '/',
    '/sign-in',
    '/sign-in/*',
    '/recovery',
    '/recovery/*',
    '/account',
    '/invitation/*',
    '/family',
    '/family/*',
    '/hats',
    '/outbox',
    '/api/docs',
  ])
    page(url, 'open')
  // Whoever mistypes an address reads a page that says so; a program that asks for data gets its answer as data.
  app.get('/*', { config: { public: true } }, (request, reply) => {
    if (request.url.startsWith('/api/') || !request.headers.accept?.includes('text/html')) throw problems.notYours()
    return reply.code(404).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(shells.open)
  })
}

/** Puts it all together and listens. The address may differ from the one asked for when port 0 was. */
export async function startServer(installation: Pick<Installation, 'urls' | 'dataDir'>, options: ServerOptions) {
  const database = connect(installation.urls.concentric_app)
  let address = ''
  const site: Site = {
    address: () => options.publicUrl ?? address.replace('//127.0.0.1:', '//localhost:'),
    sendsMail: options.sendsMail ?? false,
    key: await keepKey(installation.dataDir, options.secret),
    providers: options.providers ?? [],
  }
  const app = await buildApp(database, features, {
    dataDir: installation.dataDir,
    site,
    isWatching: options.isWatching ?? false,
    ...(options.log && { log: options.log }),
    ...(options.trustProxy && { trustProxy: options.trustProxy }),
    ...(options.requestsPerMinute && { requestsPerMinute: options.requestsPerMinute }),
  })
  await servePages(app)
  address = await app.listen({ port: options.port, host: options.host }).catch(async (error) => {
    await database.close()
    throw error
  })
  return {
    app,
    database,
    address,
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}
