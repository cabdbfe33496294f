import { Problem } from '#platform/problems.ts'
import { applyImport, type ApplyOptions } from '../apply.ts'
import { checkImport } from '../check.ts'
import { lookInto, type Look } from './folder.ts'
import { isMarker, lookOf, mayTake } from './steadiness.ts'
import { letGo, take } from './taking.ts'
import {
  applyUnasked,
  findDecision,
  holdFor,
  listUndecided,
  listWatched,
  saw,
  type Said,
  type WatchedSource,
} from './queries.ts'
import { waitsFor } from './waiting.ts'

export type WatchOptions = ApplyOptions & {
  /** Below it each community has a folder of its short name, and in that one each watched source a folder. */
  watchDir: string
}

/** Takes what is complete in the folders of all sources, checks it, and applies what may apply itself. One process at a time. */
export const watchFolders = (options: WatchOptions): Promise<void> =>
  options.door.alone('watched folders', async () => {
    for (const source of await options.door.reading((tx) => tx(listWatched())))
      await lookAt(source, options).catch((error) => tellUnreadable(source, options, error))
    for (const { id } of await options.door.reading((tx) => tx(listUndecided())))
      await options.door.alone(id, () => decide(id, options)).catch(ignoreRefusal)
  })

/** A folder that cannot be read now holds up nobody else's; a lost database holds up all. */
async function tellUnreadable({ id, seen }: WatchedSource, { door }: WatchOptions, error: unknown) {
  if (error instanceof Problem && error.status === 503) throw error
  await door.reading((tx) => tx(saw(id, seen, 'unreadable')))
}

// The import's own row says why it stopped.
const ignoreRefusal = (error: unknown) => {
  if (!(error instanceof Problem) || error.status === 503) throw error
}

const saidOf = (source: WatchedSource, look: Look): Said => {
  if (!look.isOpen) return look.why
  if (look.files.length === 0) return 'empty'
  return source.mayImport ? 'waiting' : 'no_steward'
}

async function lookAt(source: WatchedSource, options: WatchOptions) {
  const look = await lookInto(options.watchDir, source.community, source.folder)
  if (look.isOpen) await letGo(source, look.folder, options)
  if (look.isOpen && source.taking) return void (await take(source, look.folder, [], options))
  if (look.isOpen && source.mayImport && mayTake(look.names, look.files, source.seen)) {
    const names = look.files.map(({ name }) => name)
    return void (await take(source, look.folder, [...names, ...look.names.filter(isMarker)], options))
  }
  const seen = look.isOpen && look.files.length > 0 ? lookOf(look.files) : null
  await options.door.reading((tx) => tx(saw(source.id, seen, saidOf(source, look))))
}

async function decide(importId: string, options: WatchOptions) {
  const { door } = options
  const find = () => door.importing(importId, async (tx) => (await tx(findDecision(importId)))[0])
  const first = await find()
  if (!first) return
  if (first.state !== 'checked' && first.state !== 'needs_answer') await checkImport(importId, options)
  const found = (await find())!
  const reason = waitsFor(found)
  await door.importing(importId, (tx) => tx(reason ? holdFor(importId, reason) : applyUnasked(importId)))
  if (!reason) await applyImport(importId, options)
}
