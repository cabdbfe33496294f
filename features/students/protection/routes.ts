import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { Done, Made } from '../../people/contract.ts'
import { listHeldElements } from '../queries.ts'
import { LastDay, NewAddress, NewRestriction, Protection } from './contract.ts'
import * as query from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })

/** Court orders and marks, addresses, and directory information that stays at school. */
export async function protectionRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/students/:id/protection',
    {
      schema: {
        summary: 'What protects a student: court orders and marks, addresses, directory opt-outs',
        params,
        response: { 200: Protection },
      },
    },
    async (request) => {
      const { id } = request.params
      const { entered, rows } = await doors.read(request, null, [
        listHeldElements(id),
        query.listRestrictions(id),
        query.listFamily(id),
        query.listAddresses(id),
        query.listOptOuts(id),
      ])
      const [held, restrictions, people, addresses, optOuts] = rows
      if (held.length === 0) throw problems.notYours()
      const holds = (element: string) => held.find((each) => each.element === element)
      return {
        restrictions: holds('contact_restrictions') ? restrictions : null,
        addresses: holds('household') ? addresses : null,
        optOuts,
        people,
        mayWrite: holds('contact_restrictions')?.mayWrite ?? false,
        today: entered.today,
      }
    },
  )

  app.post(
    '/:community/students/:id/restrictions',
    {
      schema: {
        summary: 'Enter a court order, no-contact or confidential-address mark',
        params,
        body: NewRestriction,
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const [made] = await doors.as(request, null, (tx) => tx(query.enterRestriction(request.params.id, request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/restrictions/:id/ending',
    { schema: { summary: 'Give a court order or mark its last day', params, body: LastDay, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.endRestriction(request.params.id, request.body.untilOn)))
      return reply.code(201).send({ ok: true })
    },
  )

  app.post(
    '/:community/students/:id/addresses',
    {
      schema: {
        summary: 'Write down or take away where a student lives',
        params,
        body: NewAddress,
        response: { 201: Done },
      },
    },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.setAddress(request.params.id, request.body)))
      return reply.code(201).send({ ok: true })
    },
  )

  app.post(
    '/:community/students/:id/directory-opt-outs',
    { schema: { summary: 'Keep directory information of a student at school', params, response: { 201: Made } } },
    async (request, reply) => {
      const [made] = await doors.as(request, null, (tx) => tx(query.optOutOfDirectory(request.params.id)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/directory-opt-outs/:id/ending',
    { schema: { summary: 'Take a directory opt-out back', params, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.endDirectoryOptOut(request.params.id)))
      return reply.code(201).send({ ok: true })
    },
  )
}
