import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { Assignment, Caseloads, NewAssignment, Undone } from './contract.ts'
import * as query from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })
const where = Type.Object({ school: Type.Optional(Type.String({ format: 'uuid' })) })
const mayAssign = new Set(['principal', 'coordinator', 'data_steward'])

/** Which coordinator has which students. */
export async function assigningRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/caseloads',
    {
      schema: {
        summary: 'Read which coordinator has which students',
        querystring: where,
        response: { 200: Caseloads },
      },
    },
    (request) =>
      doors.as(request, null, async (tx, entered) => {
        if (!mayAssign.has(entered.role)) throw problems.notYours()
        const all = await tx(query.listCaseloads())
        const schools = [...new Map(all.map((each) => [each.schoolId, each.schoolName]))].map(([id, name]) => ({
          id,
          name,
        }))
        const school = request.query.school ?? entered.schoolId ?? schools[0]?.id ?? null
        const isKnown = school !== null && schools.some(({ id }) => id === school)
        return {
          schools,
          schoolId: isKnown ? school : null,
          caseloads: all.filter(({ schoolId }) => schoolId === school),
          students: isKnown ? await tx(query.listAssignable(school)) : [],
          classes: isKnown ? await tx(query.listClasses(school)) : [],
        }
      }),
  )

  app.post(
    '/:community/caseloads/assignments',
    {
      schema: {
        summary: 'Give students to a coordinator, or take them off a caseload',
        body: NewAssignment,
        response: { 201: Assignment },
      },
    },
    async (request, reply) => {
      const { schoolId, coordinator, choice } = request.body
      const [made] = await doors.as(request, null, (tx) => tx(query.assign(schoolId, coordinator ?? null, choice)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/caseloads/assignments/:id/undoing',
    { schema: { summary: 'Undo one act of assigning', params, response: { 201: Undone } } },
    async (request, reply) => {
      const [undone] = await doors.as(request, null, (tx) => tx(query.undoAssignment(request.params.id)))
      return reply.code(201).send(undone!)
    },
  )
}
