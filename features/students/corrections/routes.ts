import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import type { Site } from '#platform/site.ts'
import { Done, Made } from '../../people/contract.ts'
import { listHeldElements } from '../queries.ts'
import { answeredMail } from './answered-mail.ts'
import { Correction, CorrectionAnswer, CorrectionVersion, NewCorrection, NewStatement } from './contract.ts'
import * as query from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })

/** What a fact is about where several rows have the same kind. */
const needsDay = new Set(['enrollment', 'attendance', 'behavior', 'grade', 'assessment', 'college_access'])
const needsLabel = new Set(['contact', 'grade', 'assessment', 'college_access'])

/** Questions about facts: asked, answered, closed, and the family's statement where nothing was changed. */
export async function correctionRoutes(app: App, database: Database, site: Site) {
  const doors = doorsOf(database)

  app.get(
    '/:community/corrections',
    {
      schema: {
        summary: 'List questions about facts that somebody says are wrong',
        params: Type.Object({ community: Type.String() }),
        response: { 200: Type.Array(Correction) },
      },
    },
    async (request) => (await doors.read(request, null, [query.listCorrections(null)])).rows[0],
  )

  app.get(
    '/:community/students/:id/corrections',
    {
      schema: {
        summary: 'List questions about one student’s facts',
        params,
        response: { 200: Type.Array(Correction) },
      },
    },
    async (request) => {
      const { id } = request.params
      const { rows } = await doors.read(request, null, [listHeldElements(id), query.listCorrections(id)])
      if (rows[0].length === 0) throw problems.notYours()
      return rows[1]
    },
  )

  app.post(
    '/:community/students/:id/corrections',
    {
      schema: {
        summary: 'Say that a fact is wrong, and what is right',
        params,
        body: NewCorrection,
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const { fact, on, label } = request.body
      if (needsDay.has(fact) && !on) throw problems.invalid('Please say which day it is about.')
      if (needsLabel.has(fact) && !label) throw problems.invalid('Please choose what it is about from the list.')
      const [made] = await doors.as(request, null, (tx) => tx(query.askCorrection(request.params.id, request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/corrections/:id/answer',
    {
      schema: {
        summary: 'Answer: corrected at its source, or not changed and why',
        params,
        body: CorrectionAnswer,
        response: { 201: Done },
      },
    },
    async (request, reply) => {
      const told = answeredMail(site.address())
      await doors.as(request, null, (tx) => tx(query.answerCorrection(request.params.id, request.body, told)))
      return reply.code(201).send({ ok: true })
    },
  )

  app.post(
    '/:community/corrections/:id/closing',
    { schema: { summary: 'Close a question of one’s own', params, body: CorrectionVersion, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.closeCorrection(request.params.id, request.body.version)))
      return reply.code(201).send({ ok: true })
    },
  )

  app.post(
    '/:community/corrections/:id/statement',
    {
      schema: {
        summary: 'Add a statement to a fact that was not changed; it stays with the record',
        params,
        body: NewStatement,
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const [made] = await doors.as(request, null, (tx) => tx(query.addStatement(request.params.id, request.body)))
      return reply.code(201).send(made!)
    },
  )
}
