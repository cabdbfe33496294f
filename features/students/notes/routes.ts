import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done, Made } from '../../people/contract.ts'
import * as shape from './contract.ts'
import * as query from './queries.ts'

const ok = { ok: true }

/** Notes with what they said before, and restricted notes, whose text comes out of one route alone. */
export async function noteRoutes(app: App, database: Database) {
  const doors = doorsOf(database)
  const params = shape.OfNote

  for (const [place, isRestricted, what] of [
    ['notes', false, 'note'],
    ['restricted-notes', true, 'restricted note'],
  ] as const) {
    app.post(
      `/:community/students/:id/${place}`,
      {
        schema: {
          summary: `Write a ${what}`,
          params: shape.OfStudent,
          body: shape.NewNote,
          response: { 201: Made },
        },
      },
      async (request, reply) => {
        const { id } = request.params
        const [made] = await doors.as(request, null, (tx) => tx(query.writeNote(id, isRestricted, request.body)))
        return reply.code(201).send(made!)
      },
    )
    app.post(
      `/:community/students/:id/${place}/:note/error-marks`,
      {
        schema: {
          summary: `Mark one’s own ${what} as entered in error, or take the mark away`,
          params,
          body: shape.ErrorMark,
          response: { 201: Done },
        },
      },
      async (request, reply) => {
        const { note } = request.params
        await doors.as(request, null, (tx) => tx(query.markNote(note, isRestricted, request.body.inError)))
        return reply.code(201).send(ok)
      },
    )
  }

  app.post(
    '/:community/students/:id/notes/:note/changes',
    { schema: { summary: 'Change one’s own note', params, body: shape.NoteChange, response: { 201: shape.Changed } } },
    async (request, reply) => {
      const { note } = request.params
      const [changed] = await doors.as(request, null, (tx) => tx(query.changeNote(note, request.body)))
      return reply.code(201).send(changed!)
    },
  )

  app.get(
    '/:community/students/:id/notes/:note/revisions',
    {
      schema: { summary: 'List what a note said before', params, response: { 200: Type.Array(shape.Revision) } },
    },
    async (request) => {
      const { id, note } = request.params
      const { rows } = await doors.read(request, null, [query.listRevisions(id, note)])
      return rows[0]
    },
  )

  app.post(
    '/:community/students/:id/restricted-notes/:note/openings',
    {
      schema: {
        summary: 'Open a restricted note with a reason, which is recorded',
        params,
        body: shape.Opening,
        response: { 201: shape.Opened },
      },
    },
    async (request, reply) => {
      const { id, note } = request.params
      const [opened] = await doors.as(request, null, (tx) =>
        tx(query.openRestrictedNote(id, note, request.body.reason)),
      )
      return reply.code(201).send(opened!)
    },
  )

  app.get(
    '/:community/restricted-openings',
    {
      schema: {
        summary: 'List who opened restricted notes, and why',
        response: { 200: Type.Array(shape.RestrictedOpening) },
      },
    },
    async (request) => (await doors.read(request, null, [query.listRestrictedOpenings()])).rows[0],
  )
}
