import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { Done } from '../../people/contract.ts'
import { enqueueImport } from '../desk/queries.ts'
import { subjectOf } from '../edfi/subject.ts'
import { CourseSubject, CourseSubjects, DayRule } from './contract.ts'
import { findDayRule, listCourses, setCourseSubjects, setDayRule } from './queries.ts'

const noRule: DayRule = {
  version: 0,
  halfFrom: null,
  wholeFrom: null,
  halfMinutes: null,
  wholeMinutes: null,
  halfClasses: null,
  wholeClasses: null,
}

/** What the district says of half days, and which subject each course counts as. */
export function ruleRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/attendance-rule',
    { schema: { summary: 'Read the rule about half days and whole days', response: { 200: DayRule } } },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [findDayRule()])
      if (entered.role !== 'data_steward') throw problems.notYours()
      return rows[0][0] ?? noRule
    },
  )

  app.put(
    '/:community/attendance-rule',
    {
      schema: {
        summary: 'Set the rule about half days and whole days',
        body: DayRule,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    async (request) => {
      const [set] = await doors.as(request, null, (tx) => tx(setDayRule(request.body)))
      return { version: set!.version }
    },
  )

  app.get(
    '/:community/course-subjects',
    {
      schema: {
        summary: 'List the courses and the subject that each counts as',
        response: { 200: Type.Array(CourseSubject) },
      },
    },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [listCourses()])
      if (entered.role !== 'data_steward') throw problems.notYours()
      return rows[0].map(({ courseTitle, students, told, confirmed }) => ({
        courseTitle,
        students,
        subject: confirmed ?? (told === 'other' ? subjectOf(null, courseTitle) : told),
        isConfirmed: confirmed !== null,
      }))
    },
  )

  app.put(
    '/:community/course-subjects',
    { schema: { summary: 'Confirm which subjects courses count as', body: CourseSubjects, response: { 200: Done } } },
    async (request) => {
      await doors.as(request, null, async (tx) => {
        const [set] = await tx(setCourseSubjects(request.body))
        if (set!.importId) await tx(enqueueImport('recompute_flags', set!.importId))
      })
      return { ok: true }
    },
  )
}
