import type { KeptFile } from '../adapter.ts'
import { lookAt, lookOf, type FileLook, type Seen } from './look.ts'
import { faultsOf, type Mapping } from './mapping.ts'
import { propose, type Proposal } from './propose.ts'
import { changedHeaders, fitRemembered, withRemembered, type HeaderChange } from './remembered.ts'

/** What the steward is shown: the files as they look, the proposal with its reasons, and what is other than last time. */
export type Asked = { looks: FileLook[]; proposal: Proposal; changes: HeaderChange[] }
export type Settled = { mapping: Mapping; look: Asked }

/** Looks at every table among these files, in the order of their names. */
export async function lookAtAll(files: readonly KeptFile[], onRow: () => void): Promise<Seen[]> {
  const all: Seen[] = []
  for (const file of files) {
    const seen = await lookAt(file, onRow)
    if (seen) all.push(seen)
  }
  return all
}

/**
 * The mapping by which these files are read, when the source has been explained and its files have the same headers as then; otherwise
 * what is to be asked. Nothing when none of them is a table.
 */
export async function settleMapping(
  files: readonly KeptFile[],
  remembered: Mapping | null,
  onRow: () => void,
): Promise<Settled | { look: Asked } | undefined> {
  const seen = await lookAtAll(files, onRow)
  if (seen.length === 0) return undefined
  const proposed = propose(seen)
  const known = remembered ?? { files: [] }
  const mapping = fitRemembered(seen, known)
  const settled = mapping && faultsOf(mapping).length === 0 ? mapping : undefined
  const proposal = { ...proposed, files: settled?.files ?? proposed.files.map((file) => withRemembered(file, known)) }
  const look = { looks: seen.map(lookOf), proposal, changes: changedHeaders(seen, known) }
  return settled ? { mapping: settled, look } : { look }
}
