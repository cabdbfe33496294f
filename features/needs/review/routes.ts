import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { Type } from 'typebox'
import { listStrengths, listVoice } from '../../students/queries.ts'
import { listNeeds } from '../queries.ts'
import { isLiving } from '../need-kinds.ts'
import * as shape from './contract.ts'
import * as query from './queries.ts'

/** The review of every student, once a school year, class by class. */
export async function reviewRoutes(app: App, database: Database) {
  const doors = doorsOf(database)
  const params = shape.OfStudent

  app.get(
    '/:community/reviews',
    {
      schema: {
        summary: 'List classes and grades to review, with how many students were reviewed this year',
        response: { 200: shape.ReviewGroups },
      },
    },
    async (request) => {
      const { rows } = await doors.read(request, null, [
        query.findSchoolYear(),
        query.listClassGroups(),
        query.listGradeGroups(),
      ])
      return { schoolYear: rows[0][0]!.year, groups: [...rows[1], ...rows[2]] }
    },
  )

  app.get(
    '/:community/reviews/students',
    {
      schema: {
        summary: 'List the students of a class or grade, each with how far the review is',
        querystring: shape.WhichGroup,
        response: { 200: Type.Array(shape.ReviewedStudent) },
      },
    },
    async (request) => (await doors.read(request, null, [query.listToReview(request.query)])).rows[0],
  )

  app.get(
    '/:community/students/:id/review',
    {
      schema: {
        summary: 'Read the review of a student: this year’s, last year’s, and what is known already',
        params,
        response: { 200: shape.ReviewDesk },
      },
    },
    async (request) => {
      const { id } = request.params
      const { entered, rows } = await doors.read(request, null, [
        query.listReviews(id),
        listStrengths(id),
        listVoice(id),
        listNeeds(id),
      ])
      if (entered.hatKind !== 'membership') throw problems.notYours()
      const [reviews, strengths, voice, needs] = rows
      return {
        review: reviews.find(({ isThisYear }) => isThisYear) ?? null,
        last: reviews.find(({ isThisYear, isDone }) => !isThisYear && isDone) ?? null,
        strengths: strengths.map(({ body }) => body),
        voice: voice.map(({ body }) => body),
        needs: needs.filter(({ status }) => isLiving(status)).map(({ domain, body }) => ({ domain, body })),
      }
    },
  )

  app.put(
    '/:community/students/:id/review',
    {
      schema: {
        summary: 'Save the review of a student; a finished one becomes strengths and needs',
        params,
        body: shape.ReviewText,
        response: { 200: shape.Saved },
      },
    },
    async (request) => {
      const { id } = request.params
      const [saved] = await doors.as(request, null, (tx) => tx(query.saveReview(id, request.body)))
      return saved!
    },
  )
}
