import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { accessName, runMigrations } from '../migrate.ts'
import type { OwnerTx } from '../owner.ts'
import { Problem } from '../problems.ts'
import { differences, type TableContents } from './contents.ts'
import { readTables } from './make.ts'
import { openBackup, type Backup } from './read.ts'
import { copyIn, listTables, plainText, sqlName } from './tables.ts'

type Report = (table: TableContents, place: number, of: number) => void

export type RestoreOptions = {
  report?: Report
  /**
   * What happens to the rows before they are committed, after they were compared and brought up to this program's tables: what was
   * destroyed since is destroyed again.
   */
  afterLoad?: (tx: OwnerTx) => Promise<void>
}

/**
 * Loads a backup into an empty database as its owner: the tables as they were when it was made, the rows, and a comparison of every
 * table with the backup; then the migrations that came since. One transaction: all of it or nothing. The access files are left to `migrate`.
 */
export async function restoreBackup(ownerUrl: string, file: string, options: RestoreOptions = {}): Promise<void> {
  const backup = await openBackup(file)
  const client = new pg.Client({ connectionString: ownerUrl })
  try {
    await client.connect()
    await client.query('begin')
    await client.query(plainText)
    await prepareTables(client, backup)
    await requireEmpty(client)
    await load(client, backup, options.report ?? (() => {}))
    const wrong = differences(backup.contents.tables, await readTables(client))
    if (wrong.length > 0)
      throw new Problem(500, 'restore_differs', `Nothing was restored, because it would differ: ${wrong.join(' ')}`)
    await runMigrations(client, () => true)
    await options.afterLoad?.(async ({ text, values }) => (await client.query(text, values)).rows)
    await client.query('commit')
  } finally {
    backup.close()
    await client.end()
  }
}

// A column that counts by itself goes on behind the highest number that was loaded.
const continueCounting = `
  do $$
  declare counter record; highest bigint;
  begin
    for counter in select a.attrelid::regclass as rel, a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attidentity <> '' and c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'platform'::regnamespace) loop
      execute format('select max(%I) from %s', counter.name, counter.rel) into highest;
      perform setval(pg_get_serial_sequence(counter.rel::text, counter.name), coalesce(highest, 1), highest is not null);
    end loop;
  end $$`

async function prepareTables(client: pg.Client, { contents }: Backup) {
  const made = await runMigrations(client, (file) => contents.migrations.some((migration) => migration.file === file))
  const unknown = contents.migrations.filter(({ file, digest }) => made.get(file) !== digest)
  if (unknown.length > 0)
    throw new Problem(
      409,
      'backup_of_another_version',
      `This program does not know ${unknown[0]!.file} of the backup. Restore it with the version that made it, or a newer one.`,
    )
  const files = [...made.keys()].filter((file) => file !== accessName)
  if (files.length > contents.migrations.length)
    throw new Problem(
      409,
      'database_newer_than_backup',
      'This database already has the tables of a newer version than the backup. Restore into an empty database.',
    )
}

async function requireEmpty(client: pg.Client) {
  for (const { name } of await listTables(client)) {
    const { rowCount } = await client.query(`select from ${sqlName(name)} limit 1`)
    if (rowCount)
      throw new Problem(
        409,
        'database_not_empty',
        'This database already holds something. Restore into an empty one: another CONCENTRIC_DATA_DIR, or another database in DATABASE_URL.',
      )
  }
}

async function load(client: pg.Client, backup: Backup, report: Report) {
  const tables = await listTables(client)
  await client.query('set constraints all deferred')
  // Rows go in past the policies; the access files, run again afterwards, force them again.
  for (const { name } of tables) await client.query(`alter table ${sqlName(name)} no force row level security`)
  await client.query(`delete from public.migration where file = $1`, [accessName])
  for (const [i, table] of tables.entries())
    report(
      await backup.send(table.name, client.query(copyFrom(copyIn(table))) as NodeJS.WritableStream),
      i + 1,
      tables.length,
    )
  await client.query(continueCounting)
  await client.query('set constraints all immediate')
}
