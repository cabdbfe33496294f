import { Type, type Static } from 'typebox'
import { Nullable } from '../../students/contract.ts'

export const ImportSource = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  ownerId: Nullable(Type.String()),
  ownerName: Nullable(Type.String()),
  isOwnerSteward: Type.Boolean({ description: 'whether the owner is a data steward of the district today' }),
  expectedEveryDays: Nullable(Type.Integer()),
  daysOverdue: Type.Integer({ description: '0: fresh, or not expected' }),
  lastImportId: Nullable(Type.String()),
  lastImportAt: Nullable(Type.String()),
  lastImportState: Nullable(Type.String()),
  lastWaitsFor: Nullable(Type.String({ description: 'steward, errors or questions' })),
  lastAppliedAt: Nullable(Type.String()),
  watchFolder: Nullable(Type.String()),
  appliesItself: Type.Boolean(),
  watchSaid: Nullable(
    Type.String({
      description: 'taken, same_files, empty, waiting, no_folder, link, no_steward, unreadable',
    }),
  ),
  watchLookedAt: Nullable(Type.String()),
})
export type ImportSource = Static<typeof ImportSource>

export const ImportSources = Type.Object({
  sources: Type.Array(ImportSource),
  stewards: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  isWatching: Type.Boolean({ description: 'whether the server looks into watched folders' }),
})
export type ImportSources = Static<typeof ImportSources>

export const SourceChange = Type.Object({
  version: Type.Integer(),
  ownerId: Type.String({ format: 'uuid' }),
  // One schema for both: of a union the server would take no number for nought.
  expectedEveryDays: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  watchFolder: Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 100 }),
  appliesItself: Type.Boolean(),
})
export type SourceChange = Static<typeof SourceChange>
