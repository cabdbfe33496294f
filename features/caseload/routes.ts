import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { Figures, Home, StudentList } from './contract.ts'
import { localeOf, toFigures, toLine } from './lines.ts'
import * as query from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })
const filter = Type.Object({
  search: Type.Optional(Type.String({ maxLength: 100 })),
  grade: Type.Optional(Type.String({ maxLength: 10 })),
  flag: Type.Optional(Type.Enum(['any', 'attendance', 'behavior', 'course'])),
  sort: Type.Optional(Type.Enum(['name', 'grade', 'attendance'])),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
})
export type StudentFilter = {
  search?: string
  grade?: string
  flag?: string
  sort?: string
  limit?: number
  offset?: number
}

export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/students',
    {
      schema: {
        summary: 'List students, filtered and sorted, a page at a time',
        querystring: filter,
        response: { 200: StudentList },
      },
    },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [
        query.listStudents(request.query),
        query.countStudents(request.query),
        query.listGradeLevels(),
      ])
      if (entered.role === 'partner_worker') throw problems.notYours()
      const [students, counted, grades] = rows
      const reader = { locale: localeOf(request.headers['x-locale']), today: entered.today }
      return {
        students: students.map((line) => toLine(line, reader)),
        total: counted[0]?.total ?? 0,
        grades: grades.map((each) => each.grade),
      }
    },
  )

  app.get(
    '/:community/students/:id/figures',
    {
      schema: {
        summary: 'Read a student’s attendance, behavior and course figures with their origin',
        params,
        response: { 200: Figures },
      },
    },
    async (request) => {
      const { id } = request.params
      const { entered, rows } = await doors.read(
        request,
        { elements: ['attendance', 'behavior', 'grades'], students: [id] },
        [
          query.listAttendanceFigures(id),
          query.findBehaviorFigures(id),
          query.listCourseFigures(id),
          query.listFlags(id),
          query.findChosenPreset(id),
        ],
      )
      return toFigures(rows, { locale: localeOf(request.headers['x-locale']), today: entered.today })
    },
  )

  app.get(
    '/:community/home',
    { schema: { summary: 'Read what waits today', response: { 200: Home } } },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [
        query.listWaiting(),
        query.countWaiting(),
        query.findLastImport(),
        query.listOpenReferrals(),
      ])
      const [waiting, counted, imported, openReferrals] = rows
      const reader = { locale: localeOf(request.headers['x-locale']), today: entered.today }
      return {
        waiting: waiting.map((line) => toLine(line, reader)),
        waitingTotal: counted[0]?.total ?? 0,
        lastImportAt: imported[0]?.at ?? null,
        openReferrals,
      }
    },
  )
}
