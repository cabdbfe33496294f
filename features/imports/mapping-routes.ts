import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Problem, problems } from '#platform/problems.ts'
import { Done } from '../people/contract.ts'
import { enqueueImport } from './desk/queries.ts'
import { MappingBody, MappingDetail } from './mapped/contract.ts'
import { faultsOf } from './mapped/mapping.ts'
import { findLook, setMapping } from './mapped/queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })

/** What the columns of files that follow no standard mean: proposed, and said by the data steward. */
export function mappingRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/imports/:id/mapping',
    {
      schema: {
        summary: 'What the columns of an import without a standard seem to be',
        params,
        response: { 200: MappingDetail },
      },
    },
    async (request) => {
      const { rows } = await doors.read(request, null, [findLook(request.params.id)])
      const [found] = rows[0]
      if (!found) throw problems.notYours()
      const { proposal, ...look } = found
      return { ...look, ...proposal }
    },
  )

  app.put(
    '/:community/imports/:id/mapping',
    {
      schema: {
        summary: 'Say what the columns mean, and read the import by it',
        params,
        body: MappingBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { id } = request.params
      const { version, files } = request.body
      const faults = faultsOf({ files })
      if (faults.length > 0)
        throw new Problem(
          400,
          'mapping_incomplete',
          'Something is still missing from what the columns mean. Look at what is marked.',
          faults,
        )
      await doors.as(request, null, async (tx) => {
        await tx(setMapping(id, version, files))
        await tx(enqueueImport('check_import', id))
      })
      return { ok: true }
    },
  )
}
