import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Made } from '../../people/contract.ts'
import { NewMessage, ReferralMessage } from './contract.ts'
import { listMessages, writeMessage } from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })
const opening = (id: string) => ({ elements: ['referrals'], referrals: [id] })

/** What the school and the organization say to each other on a referral. */
export async function messageRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/referrals/:id/messages',
    { schema: { summary: 'Read the messages on a referral', params, response: { 200: Type.Array(ReferralMessage) } } },
    async (request) => {
      const { id } = request.params
      const { rows } = await doors.read(request, opening(id), [listMessages(id)])
      return rows[0]
    },
  )

  app.post(
    '/:community/referrals/:id/messages',
    { schema: { summary: 'Write a message on a referral', params, body: NewMessage, response: { 201: Made } } },
    async (request, reply) => {
      const { id } = request.params
      const [made] = await doors.as(request, opening(id), (tx) => tx(writeMessage(id, request.body)))
      return reply.code(201).send(made!)
    },
  )
}
