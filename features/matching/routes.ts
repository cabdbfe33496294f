import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Problem, problems } from '#platform/problems.ts'
import { candidatesFor } from './candidates.ts'
import { Candidate, CandidateFilter } from './contract.ts'
import { findStudentFacts, listServiceFacts } from './queries.ts'

export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/students/:id/candidates',
    {
      schema: {
        summary: 'Rank the community’s services for one student, each with why it fits or does not',
        params: Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) }),
        querystring: CandidateFilter,
        response: { 200: Type.Array(Candidate) },
      },
    },
    async (request) => {
      const { id } = request.params
      const { rows } = await doors.read(request, null, [findStudentFacts(id), listServiceFacts(id)])
      const [[student], services] = rows
      if (!student) throw problems.notYours()
      if (!student.mayRefer)
        throw new Problem(403, 'not_your_role', 'Only who may refer a student looks for services for one.')
      return candidatesFor(student, services, request.query.domain ?? null)
    },
  )
}
