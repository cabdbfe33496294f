import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { Done } from '../people/contract.ts'
import { CodeCategory, CodeMeaning, UnknownCode } from './contract.ts'
import { categories, codeMap, unknownCodes } from './desk/codes.ts'
import * as query from './desk/queries.ts'
import { ruleRoutes } from './rules/routes.ts'
import { codeOf } from './edfi/meaning.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })

/** What the codes of the district's files mean: the data steward reads and changes it. */
export function codeRoutes(app: App, database: Database) {
  const doors = doorsOf(database)
  ruleRoutes(app, database)

  app.get(
    '/:community/import-codes',
    {
      schema: {
        summary: 'List what the codes of the district’s files mean',
        response: { 200: Type.Array(CodeCategory) },
      },
    },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [query.listOwnCodes(), query.listMeanings(categories)])
      if (entered.role !== 'data_steward') throw problems.notYours()
      const [own, meanings] = rows
      return codeMap(own, new Map(meanings.map((each) => [each.category, each.meanings])))
    },
  )

  app.put(
    '/:community/import-codes',
    { schema: { summary: 'Say what a code means', body: CodeMeaning, response: { 200: Done } } },
    async (request) => {
      const { body } = request
      await doors.as(request, null, (tx) => tx(query.setImportCode({ ...body, code: codeOf(body.code) })))
      return { ok: true }
    },
  )

  app.get(
    '/:community/imports/:id/unknown-codes',
    {
      schema: {
        summary: 'List the codes of an import that are not known',
        params,
        response: { 200: Type.Array(UnknownCode) },
      },
    },
    async (request) => {
      const { id } = request.params
      const { entered, rows } = await doors.read(request, null, [query.listUnknownValues(id), query.listOwnCodes()])
      if (entered.role !== 'data_steward') throw problems.notYours()
      return unknownCodes(rows[0], rows[1])
    },
  )
}
