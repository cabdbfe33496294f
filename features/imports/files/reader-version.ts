import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

let known: string | undefined

/** A mark of how this version of the program reads files: the same bytes mean the same only to the same reader. */
export function readerVersion(): string {
  if (known) return known
  const folder = path.join(import.meta.dirname, '..')
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  for (const file of files)
    if (/\.(ts|sql)$/.test(file) && !/\.test\.ts$/.test(file) && !/^(web|fixtures)/.test(file))
      hash.update(readFileSync(path.join(folder, file)))
  return (known = hash.digest('hex'))
}
