import type { ImportSource, ImportSources, SourceChange } from '../sources/contract.ts'

export type SourceFields = { ownerId: string; days: string; folder: string; appliesItself: boolean }

/** The fields as they stand; an owner who is no data steward any more gives way to the first who is. */
export const formOf = (
  { ownerId, isOwnerSteward, expectedEveryDays, watchFolder, appliesItself }: ImportSource,
  stewards: ImportSources['stewards'],
): SourceFields => ({
  ownerId: (isOwnerSteward && ownerId) || (stewards[0]?.id ?? ''),
  days: expectedEveryDays === null ? '' : String(expectedEveryDays),
  folder: watchFolder ?? '',
  appliesItself,
})

/** Whether what is written is no number of days: blank means that nobody expects the source. */
export const daysProblem = (days: string): boolean => {
  const written = days.trim()
  return written !== '' && !(/^\d{1,3}$/.test(written) && Number(written) >= 1 && Number(written) <= 400)
}

export const changeOf = ({ ownerId, days, folder, appliesItself }: SourceFields, version: number): SourceChange => ({
  version,
  ownerId,
  expectedEveryDays: days.trim() === '' ? null : Number(days.trim()),
  watchFolder: folder.trim() || null,
  appliesItself: appliesItself && folder.trim() !== '',
})
