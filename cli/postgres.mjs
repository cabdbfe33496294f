import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fail, say } from './bootstrap.mjs'
import { installDebian, isDebianRoot } from './debian.mjs'

const debianHome = '/usr/lib/postgresql'
const oldest = 15

/**
 * What the database tests use instead of the embedded PostgreSQL: the programs of the oldest version from 15 on that
 * this machine has, installed now if need be, else the server that TEST_DATABASE_URL names.
 */
export function ensurePostgres() {
  const binDir = findPrograms() ?? (process.env.TEST_DATABASE_URL ? undefined : installPrograms())
  if (binDir) return { CONCENTRIC_TEST_BIN_DIR: binDir, TEST_DATABASE_URL: undefined }
  if (process.env.TEST_DATABASE_URL) return {}
  return fail(
    'No PostgreSQL 15 or newer was found: install its server programs, or name a superuser of one in TEST_DATABASE_URL.',
  )
}

function findPrograms() {
  const versions = existsSync(debianHome) ? readdirSync(debianHome).map(Number) : []
  const debian = versions.sort((a, b) => a - b).map((version) => path.join(debianHome, String(version), 'bin'))
  const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim()
  return [...debian, configured].find((folder) => folder && versionIn(folder) >= oldest)
}

function versionIn(folder) {
  const postgres = path.join(folder, 'postgres')
  if (!existsSync(postgres) || !existsSync(path.join(folder, 'initdb'))) return 0
  const { stdout } = spawnSync(postgres, ['--version'], { encoding: 'utf8' })
  return Number(/(\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}

function installPrograms() {
  if (!isDebianRoot()) return undefined
  say('Installing PostgreSQL from the distribution, without starting it …')
  refuseCluster()
  if (!installDebian('postgresql-15')) installDebian('postgresql')
  return findPrograms()
}

// Debian's package would make a database and start it as a service, which nobody asked for.
function refuseCluster() {
  const file = '/etc/postgresql-common/createcluster.conf'
  if (existsSync(file)) return
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, 'create_main_cluster = false\n')
}
