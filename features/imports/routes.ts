import { Type } from 'typebox'
import { doorsOf, type App, type Surroundings } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { Done, Made } from '../people/contract.ts'
import { codeRoutes } from './code-routes.ts'
import { inTableOrder } from './facts/tables.ts'
import { Answers, ImportDetail, ImportProblem, ImportSummary } from './contract.ts'
import * as query from './desk/queries.ts'
import { readUploads } from './desk/upload.ts'
import { mappingRoutes } from './mapping-routes.ts'
import { receiveImport } from './importer.ts'
import { sourceRoutes } from './sources/routes.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })
const problemFilter = Type.Object({
  severity: Type.Optional(Type.Enum(['error', 'warning', 'note'])),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
})
const wishes = { checking: 'check', application: 'apply', undoing: 'undo', discarding: 'discard' } as const
const tasks = {
  checking: 'check_import',
  application: 'apply_import',
  undoing: 'undo_import',
  discarding: 'discard_import',
} as const
const summaries = {
  checking: 'Check an import again',
  application: 'Apply an import',
  undoing: 'Undo an import',
  discarding: 'Discard an import',
} as const
const pageOfProblems = 200

export async function routes(app: App, database: Database, { dataDir, isWatching }: Surroundings) {
  const doors = doorsOf(database)
  codeRoutes(app, database)
  sourceRoutes(app, database, isWatching)
  mappingRoutes(app, database)

  app.get(
    '/:community/imports',
    { schema: { summary: 'List imports', response: { 200: Type.Array(ImportSummary) } } },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [query.listImports()])
      if (entered.role !== 'data_steward') throw problems.notYours()
      return rows[0]
    },
  )

  app.post(
    '/:community/imports',
    {
      schema: {
        summary: 'Bring in files; nothing changes before they are applied',
        params: Type.Object({ community: Type.String() }),
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      // Before a byte is kept: is this a data steward of this community?
      const { entered } = await doors.read(request, null, [])
      if (entered.role !== 'data_steward') throw problems.notYours()
      const { form, uploads } = readUploads(request.parts())
      const { session } = request
      const from = { [Symbol.asyncIterator]: () => uploads }
      const id = await receiveImport({ database, session, dataDir, from, sourceName: () => form.sourceName || 'Files' })
      await doors.as(request, null, (tx) => tx(query.enqueueImport('check_import', id)))
      return reply.code(201).send({ id })
    },
  )

  app.get(
    '/:community/imports/:id',
    { schema: { summary: 'Read one import: its state, files and counts', params, response: { 200: ImportDetail } } },
    async (request) => {
      const { id } = request.params
      const { rows } = await doors.read(request, null, [
        query.findImportDetail(id),
        query.listImportFiles(id),
        query.countProblems(id),
      ])
      const [[found], files, [problemCounts]] = rows
      if (!found) throw problems.notYours()
      return { ...found, counts: inTableOrder(found.counts), files, problemCounts: problemCounts! }
    },
  )

  app.get(
    '/:community/imports/:id/problems',
    {
      schema: {
        summary: 'List what is wrong with the files of an import',
        params,
        querystring: problemFilter,
        response: { 200: Type.Array(ImportProblem) },
      },
    },
    async (request) => {
      const { severity = null, offset = 0 } = request.query
      const { rows } = await doors.read(request, null, [
        query.listProblems(request.params.id, severity, pageOfProblems, offset),
      ])
      return rows[0]
    },
  )

  app.post(
    '/:community/imports/:id/answers',
    { schema: { summary: 'Answer the questions of an import', params, body: Answers, response: { 201: Done } } },
    async (request, reply) => {
      const { id } = request.params
      await doors.as(request, null, async (tx) => {
        const [answered] = await tx(query.answerImport(id, request.body.answers))
        if (answered!.state === 'received') await tx(query.enqueueImport('check_import', id))
        if (answered!.state === 'discarded') await tx(query.enqueueImport('discard_import', id))
      })
      return reply.code(201).send({ ok: true })
    },
  )

  for (const wish of ['checking', 'application', 'undoing', 'discarding'] as const)
    app.post(
      `/:community/imports/:id/${wish}`,
      { schema: { summary: summaries[wish], params, response: { 201: Done } } },
      async (request, reply) => {
        const { id } = request.params as { id: string }
        await doors.as(request, null, async (tx) => {
          await tx(query.requestImport(id, wishes[wish]))
          await tx(query.enqueueImport(tasks[wish], id))
        })
        return reply.code(201).send({ ok: true })
      },
    )
}
