import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done, Made } from '../people/contract.ts'
import { FamilyWord, ReferralEvent, ReferralRule, Sending, Step } from './contract.ts'
import * as query from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })
const opening = (id: string) => ({ elements: ['referrals'], referrals: [id] })

/** What becomes of a referral after it was written, and what became of it. */
export async function stepRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/referrals/:id/events',
    {
      schema: { summary: 'Read what happened to a referral', params, response: { 200: Type.Array(ReferralEvent) } },
    },
    async (request) => {
      const { id } = request.params
      const { rows } = await doors.read(request, opening(id), [query.listReferralEvents(id)])
      return rows[0]
    },
  )

  app.post(
    '/:community/referrals/:id/steps',
    { schema: { summary: 'Take a referral one step further', params, body: Step, response: { 201: Done } } },
    async (request, reply) => {
      const { id } = request.params
      await doors.as(request, opening(id), (tx) => tx(query.moveReferral(id, request.body)))
      return reply.code(201).send({ ok: true })
    },
  )

  app.post(
    '/:community/referrals/:id/sending',
    { schema: { summary: 'Send a draft of a referral', params, body: Sending, response: { 201: Done } } },
    async (request, reply) => {
      const { id } = request.params
      await doors.as(request, opening(id), (tx) => tx(query.sendDraft(id, request.body.request)))
      return reply.code(201).send({ ok: true })
    },
  )

  app.post(
    '/:community/referrals/:id/words',
    {
      schema: {
        summary: 'Say, as the family, whether a service helped',
        params,
        body: FamilyWord,
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const [made] = await doors.as(request, opening(id), (tx) => tx(query.sayOutcome(id, request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.get(
    '/:community/referral-rule',
    {
      schema: {
        summary: 'Read after how many days a referral is asked about and expires',
        response: { 200: ReferralRule },
      },
    },
    async (request) => {
      const { rows } = await doors.read(request, null, [query.findReferralRule()])
      return rows[0][0]!
    },
  )

  app.put(
    '/:community/referral-rule',
    {
      schema: {
        summary: 'Set after how many days a referral is asked about and expires',
        body: ReferralRule,
        response: { 200: Done },
      },
    },
    async (request) => {
      await doors.as(request, null, (tx) => tx(query.setReferralRule(request.body)))
      return { ok: true }
    },
  )
}
