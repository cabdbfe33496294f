/** A file as a look into a folder sees it. */
export type SeenFile = { name: string; bytes: number; modifiedMs: number }

const beingWritten = /(\.(tmp|temp|part|partial|filepart|crdownload|writing)|~)$/i
const marker = /(^|\.)done$/i

/** What a folder looks like now, in one text: the same twice means that nothing was added and nothing has grown. */
export const lookOf = (files: readonly SeenFile[]): string =>
  files
    .map(({ name, bytes, modifiedMs }) => `${name}\t${bytes}\t${Math.trunc(modifiedMs)}`)
    .sort()
    .join('\n')

/** `.done` or `roster.done`: whoever left the files says that they are complete. */
export const isMarker = (name: string): boolean => marker.test(name)

/** Hidden files and those that a transfer has not finished stay where they are. */
export const isForUs = (name: string): boolean => !name.startsWith('.') && !isMarker(name) && !beingWritten.test(name)

/**
 * Whether the files of a folder may be taken: they are complete, because a marker says so, or because they looked the same at the last
 * look. A transfer that is still under way holds them all.
 */
export function mayTake(names: readonly string[], files: readonly SeenFile[], seenBefore: string | null): boolean {
  if (files.length === 0 || names.some((name) => beingWritten.test(name))) return false
  return names.some(isMarker) || lookOf(files) === seenBefore
}
