import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { Problem } from './problems.ts'

export const projectRoot = path.resolve(import.meta.dirname, '..')

/** The name under which the access files, which are not migrations, are remembered together. */
export const accessName = 'access.sql'

const derivedSchemas = `
  drop schema if exists access, act, door cascade;
  create schema access; create schema act; create schema door;
  grant usage on schema access to concentric_app, concentric_import, concentric_worker;
  grant usage on schema act, door to concentric_app`

/**
 * Brings the database up to date as its owner: migrations run once, in order, and an edited one is refused; the access files run
 * again, all of them, whenever one of them changed. One transaction: all of it or nothing.
 */
export async function migrate(
  ownerUrl: string,
  featureNames: readonly string[],
  log: (file: string) => void = () => {},
) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const ran = await runMigrations(client, () => true, log)
    await runAccess(client, featureNames, ran, log)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    await client.end()
  }
}

/**
 * Runs those of the wanted migrations that have not run, within the caller's transaction, one process at a time. Returns what has run
 * by now, file by digest.
 */
export async function runMigrations(
  client: pg.Client,
  isWanted: (file: string) => boolean,
  log: (file: string) => void = () => {},
): Promise<Map<string, string>> {
  await client.query('select pg_advisory_xact_lock(4100200301)')
  await client.query(
    'create table if not exists public.migration (file text primary key, digest text not null, ran_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ file: string; digest: string }>('select file, digest from public.migration')
  const ran = new Map(rows.map((row) => [row.file, row.digest]))
  for (const file of (await migrationFiles()).filter(isWanted)) await runOnce(client, file, ran, log)
  return ran
}

const migrationFiles = async () =>
  (await readdir(path.join(projectRoot, 'db/migrations'))).sort().map((file) => `db/migrations/${file}`)

const textOf = (file: string) => readFile(path.join(projectRoot, file), 'utf8')
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function runOnce(client: pg.Client, file: string, ran: Map<string, string>, log: (file: string) => void) {
  const text = await textOf(file)
  const digest = digestOf(text)
  if (ran.get(file) === digest) return
  if (ran.has(file))
    throw new Problem(
      409,
      'migration_edited',
      `${file} was edited after it ran. Undo the edit and write a new migration instead.`,
    )
  await client.query(text)
  await client.query('insert into public.migration (file, digest) values ($1, $2)', [file, digest])
  ran.set(file, digest)
  log(file)
}

async function runAccess(
  client: pg.Client,
  featureNames: readonly string[],
  ran: Map<string, string>,
  log: (file: string) => void,
) {
  const files = ['platform/access.sql', ...(await accessFiles(featureNames))]
  const texts = await Promise.all(files.map(textOf))
  const digest = digestOf(texts.join('\n'))
  if (ran.get(accessName) === digest) return
  await client.query(derivedSchemas)
  for (const [i, file] of files.entries()) {
    await client.query(texts[i]!).catch((error: Error) => {
      throw new Error(`${file}: ${error.message}`, { cause: error })
    })
    log(file)
  }
  await client.query(
    'insert into public.migration (file, digest) values ($1, $2) on conflict (file) do update set digest = excluded.digest, ran_at = now()',
    [accessName, digest],
  )
}

/** A feature's own first, then those of its folders by name. */
async function accessFiles(featureNames: readonly string[]) {
  const found = await Promise.all(
    featureNames.map(async (name) => {
      const folder = path.join(projectRoot, 'features', name)
      const below = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
      const places = [name, ...below.map((entry) => `${name}/${entry.name}`).sort()]
      return places
        .map((place) => `features/${place}/${accessName}`)
        .filter((file) => existsSync(path.join(projectRoot, file)))
    }),
  )
  return found.flat()
}
