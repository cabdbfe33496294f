import { Type } from 'typebox'
import type { App, Feature } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { startSession } from '#platform/session.ts'
import { isLoopback } from '#platform/site.ts'
import { DemoPerson, Done } from '../people/contract.ts'
import { listDemoAccounts } from '../people/queries.ts'
import { putOnOnlyHat } from '../people/sign-in/admit.ts'
import { cast, fullName } from './cast.ts'

/** The cast in the order in which a newcomer meets it, each with the account that one click signs in. */
async function listCast(database: Database) {
  const accounts = new Map((await database.knock(listDemoAccounts())).map((account) => [account.email, account.id]))
  return Object.entries(cast.people).flatMap(([key, person]) => {
    const accountId = accounts.get(demoAddress(key))
    return accountId ? [{ accountId, key, name: fullName(person), role: person.role, about: person.about }] : []
  })
}

/** The address under which a cast member's demo account is kept. */
export const demoAddress = (key: string) => `${key}@riverbend.example`

async function routes(app: App, database: Database) {
  app.get(
    '/demo',
    {
      config: { public: true },
      schema: { summary: 'List the people of the demo', response: { 200: Type.Array(DemoPerson) } },
    },
    async (request) => (isLoopback(request.ip) ? listCast(database) : []),
  )

  app.post(
    '/session/demo',
    {
      config: { public: true },
      schema: {
        summary: 'Sign in as one of the people of the demo',
        body: Type.Object({ accountId: Type.String({ format: 'uuid' }) }),
        response: { 201: Done },
      },
    },
    async (request, reply) => {
      if (!isLoopback(request.ip)) throw problems.notYours()
      const person = (await listCast(database)).find((each) => each.accountId === request.body.accountId)
      if (!person) throw problems.notYours()
      const token = await startSession(database, request, reply, person.accountId, 'demo')
      await putOnOnlyHat(database, token)
      return reply.code(201).send({ ok: true })
    },
  )
}

export const demo: Feature = { name: 'demo', routes }
