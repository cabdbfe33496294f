import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done, Made } from '../../people/contract.ts'
import { NewSupport, OfStudent, Promised, Session, SessionAttendance, Support } from './contract.ts'
import * as query from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })
const services = (students: string[] | 'mine') => ({ elements: ['services'], students })

/** What was delivered: sessions, who was there, and single supports. */
export async function supportRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.post(
    '/:community/support',
    { schema: { summary: 'Log one delivered support', body: NewSupport, response: { 201: Made } } },
    async (request, reply) => {
      const opening = services([request.body.studentId])
      const [made] = await doors.as(request, opening, (tx) => tx(query.logSupport(request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/support/:id/error-marks',
    { schema: { summary: 'Mark a log as entered in error', params, body: OfStudent, response: { 201: Done } } },
    async (request, reply) => {
      const opening = services([request.body.studentId])
      await doors.as(request, opening, (tx) => tx(query.markLogInError(request.params.id)))
      return reply.code(201).send({ ok: true })
    },
  )

  app.put(
    '/:community/participations/:id/promise',
    {
      schema: { summary: 'Say how much a student was promised', params, body: Promised, response: { 200: Done } },
    },
    async (request) => {
      const opening = services([request.body.studentId])
      await doors.as(request, opening, (tx) => tx(query.promiseSupport(request.params.id, request.body)))
      return { ok: true }
    },
  )

  app.get(
    '/:community/service-sessions',
    {
      schema: { summary: 'List the sessions of the last sixty days', response: { 200: Type.Array(Session) } },
    },
    async (request) => {
      const { rows } = await doors.read(request, services('mine'), [query.listSessions()])
      return rows[0]
    },
  )

  app.post(
    '/:community/service-sessions',
    { schema: { summary: 'Take the attendance of a session', body: SessionAttendance, response: { 201: Made } } },
    async (request, reply) => {
      const opening = services(request.body.rows.map(({ studentId }) => studentId))
      const [made] = await doors.as(request, opening, (tx) => tx(query.takeAttendance(request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.get(
    '/:community/students/:id/support',
    { schema: { summary: 'Read what was promised to a student and delivered', params, response: { 200: Support } } },
    async (request) => {
      const { id } = request.params
      const { rows } = await doors.read(request, services([id]), [query.listDelivered(id), query.listSupport(id)])
      return { services: rows[0], entries: rows[1] }
    },
  )
}
