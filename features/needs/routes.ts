import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Made } from '../people/contract.ts'
import * as shape from './contract.ts'
import { toProposal } from './proposals.ts'
import * as query from './queries.ts'

const localeOf = (header: unknown) => (String(header ?? '').startsWith('es') ? 'es' : 'en')

export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)
  const params = shape.OfStudent

  app.get(
    '/:community/students/:id/needs',
    {
      schema: {
        summary: 'Read a student’s needs, and what flags propose',
        params,
        response: { 200: shape.StudentNeeds },
      },
    },
    async (request) => {
      const { id } = request.params
      const { entered, rows } = await doors.read(request, { elements: ['needs'], students: [id] }, [
        query.listNeeds(id),
        query.listFlagsToAnswer(id),
        query.findDeciding(id),
      ])
      const locale = localeOf(request.headers['x-locale'])
      const [needs, flags, deciding] = rows
      return {
        needs,
        proposals: flags.map((flag) => toProposal(flag, locale, entered.today)),
        mayDecide: deciding[0]?.mayDecide ?? false,
      }
    },
  )

  app.post(
    '/:community/students/:id/needs',
    { schema: { summary: 'Name a need', params, body: shape.NewNeed, response: { 201: Made } } },
    async (request, reply) => {
      const { id } = request.params
      const [made] = await doors.as(request, null, (tx) => tx(query.nameNeed(id, request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/students/:id/flag-answers',
    {
      schema: {
        summary: 'Take up what a flag proposes, or set it aside with a word why',
        params,
        body: shape.FlagAnswer,
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const [made] = await doors.as(request, null, (tx) => tx(query.answerFlag(id, request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/needs/:id/changes',
    {
      schema: {
        summary: 'Change a need; what it said before stays',
        params,
        body: shape.NeedChange,
        response: { 201: shape.Changed },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const [changed] = await doors.as(request, null, (tx) => tx(query.changeNeed(id, request.body)))
      return reply.code(201).send(changed!)
    },
  )

  app.get(
    '/:community/students/:id/needs/:need/changes',
    {
      schema: {
        summary: 'List what a need said before',
        params: shape.OfNeed,
        response: { 200: Type.Array(shape.NeedBefore) },
      },
    },
    async (request) => {
      const { id, need } = request.params
      const { rows } = await doors.read(request, { elements: ['needs'], students: [id] }, [
        query.listNeedsBefore(id, need),
      ])
      return rows[0]
    },
  )
}
