import { Type } from 'typebox'
import type { App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { listPublicServices } from '../finder/queries.ts'
import { HsdsAbout, HsdsPage, HsdsQuery, HsdsService } from './contract.ts'
import { pageOf, pick } from './page-of.ts'
import { documentOf } from './service-document.ts'

const specification = 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json'
const params = Type.Object({ community: Type.String({ maxLength: 63 }) })
const one = Type.Object({ ...params.properties, id: Type.String({ format: 'uuid' }) })
const config = { public: true } as const

/** What a community offers, for programs of others: the required part of the HSDS 3.0 API, without signing in. */
export async function hsdsRoutes(app: App, database: Database) {
  const services = async (slug: string) =>
    (await database.knock(listPublicServices(slug))).map(({ service }) => documentOf(service))

  app.get(
    '/hsds/:community',
    { config, schema: { summary: 'Say which version of HSDS is spoken here', params, response: { 200: HsdsAbout } } },
    async (request) => {
      await database.knock(listPublicServices(request.params.community))
      return { version: '3.0', profile: 'https://docs.openreferral.org/en/3.0/', openapi_url: specification }
    },
  )

  app.get(
    '/hsds/:community/services',
    {
      config,
      schema: {
        summary: 'List services as HSDS 3.0 documents, a page at a time',
        params,
        querystring: HsdsQuery,
        response: { 200: HsdsPage },
      },
    },
    async (request) => pageOf(pick(await services(request.params.community), request.query), request.query),
  )

  app.get(
    '/hsds/:community/services/:id',
    {
      config,
      schema: { summary: 'Read one service as an HSDS 3.0 document', params: one, response: { 200: HsdsService } },
    },
    async (request) => {
      const found = (await services(request.params.community)).find(({ id }) => id === request.params.id)
      if (!found) throw problems.notYours()
      return found
    },
  )
}
