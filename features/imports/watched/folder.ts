import { lstat, readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { isForUs, type SeenFile } from './steadiness.ts'

export type Look =
  | { isOpen: true; folder: string; names: string[]; files: SeenFile[] }
  /** Why nothing is taken from the folder: it is not there, or it or something in it is a link that could lead anywhere. */
  | { isOpen: false; why: 'no_folder' | 'link' }

const plainName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/

/** The folder of a source, `root/community/folder`, if it is a real one there. No part of it may be a link. */
async function realFolder(root: string, community: string, folder: string): Promise<string | 'no_folder' | 'link'> {
  if (!plainName.test(community) || !plainName.test(folder)) return 'no_folder'
  const top = await realpath(root).catch(() => undefined)
  if (!top) return 'no_folder'
  for (const part of [path.join(top, community), path.join(top, community, folder)]) {
    const found = await lstat(part).catch(() => undefined)
    if (found?.isSymbolicLink()) return 'link'
    if (!found?.isDirectory()) return 'no_folder'
  }
  return path.join(top, community, folder)
}

/** Looks at the files of a source's folder, without opening one. Folders inside are left alone. */
export async function lookInto(root: string, community: string, name: string): Promise<Look> {
  const folder = await realFolder(root, community, name)
  if (folder === 'no_folder' || folder === 'link') return { isOpen: false, why: folder }
  const entries = await readdir(folder, { withFileTypes: true })
  if (entries.some((entry) => entry.isSymbolicLink())) return { isOpen: false, why: 'link' }
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
  const files: SeenFile[] = []
  for (const each of names.filter(isForUs)) {
    const found = await lstat(path.join(folder, each)).catch(() => undefined)
    if (found?.isFile()) files.push({ name: each, bytes: found.size, modifiedMs: found.mtimeMs })
  }
  return { isOpen: true, folder, names, files }
}
