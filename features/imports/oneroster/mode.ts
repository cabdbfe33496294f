import type { FoundProblem, KeptFile } from '../adapter.ts'
import type { FileSpec } from '../csv/file-spec.ts'
import { countStatuses } from '../csv/queries.ts'
import type { CsvContext } from '../csv/stage-file.ts'
import type { Manifest } from './manifest.ts'

const modeMessages = {
  delta:
    'The manifest calls this file bulk, but its rows carry a status, and the rows count: they were read as changes, and nothing that is missing is withdrawn.',
  plain: 'This file tells changes (delta). Its rows were read as changes, and nothing that is missing is withdrawn.',
  unmarked:
    'The manifest calls this file delta, but no row has a status. The rows were read as changes, and nothing that is missing is withdrawn.',
  mixed:
    'Some rows carry a status and others do not. All were read as changes, and nothing that is missing is withdrawn.',
}

/** `whole`: what is missing in it is no more. `changes`: it tells what is new, what is different and what is to go. */
export type Mode = 'whole' | 'changes' | 'part' | 'absent' | 'unreadable'

/** What a file is by its manifest and its rows; where the two disagree the rows count. Every reason why it is not the whole is reported. */
export async function tellMode(
  context: CsvContext,
  spec: FileSpec,
  file: KeptFile,
  manifest: Manifest | null,
  broken: number,
): Promise<Mode> {
  const { all, told } = await countStatuses(context.client, context.work, spec.table)
  const tell = (rule: string, severity: FoundProblem['severity'], message: string, params = {}) =>
    context.report({ file: file.name, rule, severity, message, params })
  if (!all) {
    await tell(
      'no_rows',
      'error',
      'There is no row below the header, which the standard does not allow. Nothing is withdrawn because of it.',
      { context: 'standard' },
    )
    return 'part'
  }
  const mode = manifest?.modes.get(spec.file)
  if (told && mode === 'bulk') await tell('bulk_with_status', 'warning', modeMessages.delta)
  else if (told) await tell('delta', 'note', modeMessages.plain)
  else if (mode === 'delta') await tell('delta_without_status', 'warning', modeMessages.unmarked)
  if (told && told < all) await tell('status_mixed', 'warning', modeMessages.mixed)
  if (broken)
    await tell(
      'rows_lost',
      'warning',
      `${broken} rows could not be read at all, so nothing that is missing is withdrawn this time.`,
      { count: broken },
    )
  if (told || mode === 'delta') return 'changes'
  return broken ? 'part' : 'whole'
}
