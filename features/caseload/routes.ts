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
  scope: Type.Optional(Type.Enum(['caseload', 'school'])),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
})
const part = Type.Object({
  scope: Type.Optional(Type.Enum(['caseload', 'school'])),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
})
export type StudentFilter = {
  search?: string
  grade?: string
  flag?: string
  sort?: string
  scope?: query.Scope
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
      const wanted = { scope: 'caseload' as const, ...request.query }
      const { entered, rows } = await doors.read(request, null, [
        query.listStudents(wanted),
        query.countStudents(wanted),
        query.listGradeLevels(),
        query.countCaseload(),
        query.listDistrictRules(),
      ])
      if (entered.role === 'partner_worker') throw problems.notYours()
      const [students, counted, grades, caseload, districts] = rows
      const reader = { locale: localeOf(request.headers['x-locale']), today: entered.today }
      return {
        students: students.map((line) => toLine(line, reader, districts)),
        total: counted[0]?.total ?? 0,
        grades: grades.map((each) => each.grade),
        caseloadSize: caseload[0]?.size ?? 0,
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
          query.findDistrictOf(id),
          query.listDistrictRules(),
        ],
      )
      return toFigures(rows, { locale: localeOf(request.headers['x-locale']), today: entered.today })
    },
  )

  app.get(
    '/:community/home',
    { schema: { summary: 'Read what waits today', querystring: part, response: { 200: Home } } },
    async (request) => {
      const { scope = 'caseload', offset = 0 } = request.query
      const { entered, rows } = await doors.read(request, null, [
        query.listWaiting(scope, 50, offset),
        query.countWaiting(scope),
        query.findLastImport(),
        query.listOpenReferrals(),
        query.countCaseload(),
      ])
      const [waiting, counted, imported, openReferrals, caseload] = rows
      const reader = { locale: localeOf(request.headers['x-locale']), today: entered.today }
      const caseloadSize = caseload[0]?.size ?? 0
      return {
        scope: caseloadSize > 0 ? scope : 'school',
        caseloadSize,
        waiting: waiting.map((line) => toLine(line, reader)),
        waitingTotal: counted[0]?.total ?? 0,
        lastImportAt: imported[0]?.at ?? null,
        openReferrals,
      }
    },
  )
}
