import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done, Made } from '../../people/contract.ts'
import * as shape from './contract.ts'
import { oneEach } from './one-each.ts'
import * as query from './queries.ts'

const ok = { ok: true }

/** Who lives with a student: siblings, adults, and children who are no students yet. */
export async function householdRoutes(app: App, database: Database) {
  const doors = doorsOf(database)
  const params = shape.OfStudent

  app.get(
    '/:community/students/:id/household',
    {
      schema: {
        summary: 'Read who lives with a student, as far as the reader may know',
        params,
        response: { 200: shape.Household },
      },
    },
    async (request) => {
      const { id } = request.params
      const { rows } = await doors.read(request, { elements: ['directory', 'household'], students: [id] }, [
        query.listSiblings(id),
        query.listMembers(id),
        query.listMaybeSiblings(id),
        query.listMaybeMembers(id),
        query.findMayWrite(id),
      ])
      const [siblings, members, maybeSiblings, maybeMembers, writing] = rows
      const mayWrite = writing[0]?.mayWrite ?? false
      const proposed = mayWrite ? { maybeSiblings, maybeMembers } : { maybeSiblings: [], maybeMembers: [] }
      return { siblings, members: oneEach(members), ...proposed, mayWrite }
    },
  )

  app.post(
    '/:community/students/:id/household/siblings',
    {
      schema: {
        summary: 'Say that two students live together',
        params,
        body: shape.NewSibling,
        response: { 201: Done },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      await doors.as(request, null, (tx) => tx(query.joinHousehold(id, request.body.studentId)))
      return reply.code(201).send(ok)
    },
  )

  app.post(
    '/:community/students/:id/household/leaving',
    { schema: { summary: 'Say that a student does not live with the others', params, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.leaveHousehold(request.params.id)))
      return reply.code(201).send(ok)
    },
  )

  app.post(
    '/:community/students/:id/household/members',
    {
      schema: {
        summary: 'Name somebody who lives with a student',
        params,
        body: shape.NewMember,
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const [made] = await doors.as(request, null, (tx) => tx(query.addMember(id, request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/household-members/:id/ending',
    { schema: { summary: 'Say that somebody does not live there any more', params, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.endMember(request.params.id)))
      return reply.code(201).send(ok)
    },
  )
}
