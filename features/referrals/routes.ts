import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done, Made } from '../people/contract.ts'
import { Answer, NewReferral, Participant, Referral } from './contract.ts'
import { answerReferral, listParticipants, listReferrals, refer } from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })
const page = Type.Object({ offset: Type.Optional(Type.Integer({ minimum: 0 })) })

export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/referrals',
    { schema: { summary: 'List referrals', querystring: page, response: { 200: Type.Array(Referral) } } },
    async (request) => {
      const opening = {
        elements: ['referrals', 'directory'],
        students: 'mine',
        offset: request.query.offset ?? 0,
      } as const
      const { rows } = await doors.read(request, { ...opening, elements: [...opening.elements] }, [listReferrals(null)])
      return rows[0]
    },
  )

  app.get(
    '/:community/students/:id/referrals',
    { schema: { summary: 'List the referrals of one student', params, response: { 200: Type.Array(Referral) } } },
    async (request) => {
      const { id } = request.params
      const { rows } = await doors.read(request, { elements: ['referrals', 'directory'], students: [id] }, [
        listReferrals(id),
      ])
      return rows[0]
    },
  )

  app.post(
    '/:community/students/:id/referrals',
    { schema: { summary: 'Ask a partner to help a student', params, body: NewReferral, response: { 201: Made } } },
    async (request, reply) => {
      const { serviceId, request: asked, isDraft } = request.body
      const [made] = await doors.as(request, null, (tx) => tx(refer(request.params.id, serviceId, asked, isDraft)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/referrals/:id/answer',
    { schema: { summary: 'Accept or decline a referral', params, body: Answer, response: { 201: Done } } },
    async (request, reply) => {
      const { accept, waits, declineReason, reasonText } = request.body
      const { id } = request.params
      await doors.as(request, { elements: ['referrals'], referrals: [id] }, (tx) =>
        tx(answerReferral(id, accept, declineReason ?? null, reasonText ?? null, waits)),
      )
      return reply.code(201).send({ ok: true })
    },
  )

  app.get(
    '/:community/participants',
    {
      schema: {
        summary: 'List the students whom one’s own organization serves',
        querystring: page,
        response: { 200: Type.Array(Participant) },
      },
    },
    async (request) => {
      const opening = {
        elements: ['services', 'directory'],
        students: 'mine' as const,
        offset: request.query.offset ?? 0,
      }
      const { rows } = await doors.read(request, opening, [listParticipants()])
      return rows[0]
    },
  )
}
