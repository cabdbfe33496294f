import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { ImportSources, SourceChange } from './contract.ts'
import { daysOverdue } from './freshness.ts'
import { listSources, listStewards, setSource } from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })

/** Where the district's files come from: the data steward says who answers for a source, how often, and from which folder. */
export function sourceRoutes(app: App, database: Database, isWatching: boolean) {
  const doors = doorsOf(database)

  app.get(
    '/:community/import-sources',
    { schema: { summary: 'List the sources of files, with their rhythm', response: { 200: ImportSources } } },
    async (request) => {
      const { entered, rows } = await doors.read(request, null, [listSources(), listStewards()])
      if (entered.role !== 'data_steward') throw problems.notYours()
      const [found, stewards] = rows
      const sources = found.map(({ expectedSince, lastAppliedOn, today, ...source }) => ({
        ...source,
        daysOverdue: daysOverdue({ ...source, expectedSince, lastAppliedOn }, today),
      }))
      return { sources, stewards, isWatching }
    },
  )

  app.put(
    '/:community/import-sources/:id',
    {
      schema: {
        summary: 'Change what is known of a source',
        params,
        body: SourceChange,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    async (request) => {
      const [set] = await doors.as(request, null, (tx) => tx(setSource(request.params.id, request.body)))
      return { version: set!.version }
    },
  )
}
