import pg from 'pg'
import { openEmbedded, type EmbeddedServer } from './embedded.ts'
import { migrate } from './migrate.ts'
import { keepPasswords, prepareRoles, type RoleUrls } from './roles.ts'
import type { Settings } from './settings.ts'

export type Installation = {
  urls: RoleUrls
  /** True where the program runs its own PostgreSQL. */
  isEmbedded: boolean
  dataDir: string
  close: () => Promise<void>
}

/** Reaches the database, the embedded one or one's own, makes the logins and brings the tables up to date. */
export async function openInstallation(
  settings: Pick<Settings, 'dataDir' | 'databaseUrl'>,
  featureNames: readonly string[],
  notice: (sentence: string) => void = () => {},
  /** What happens to the owner's database before it is brought up to date: a restore. */
  prepare: (ownerUrl: string) => Promise<void> = async () => {},
): Promise<Installation> {
  const embedded = settings.databaseUrl
    ? undefined
    : await openEmbedded({ dataDir: settings.dataDir, onNotice: notice })
  try {
    const adminUrl = settings.databaseUrl ?? (await ownDatabase(embedded!))
    const urls = await prepareRoles(adminUrl, await keepPasswords(settings.dataDir))
    await prepare(urls.concentric_owner)
    await migrate(urls.concentric_owner, featureNames, (file) => notice(`Brought up to date: ${file}`))
    return {
      urls,
      isEmbedded: Boolean(embedded),
      dataDir: settings.dataDir,
      close: async () => embedded?.close(),
    }
  } catch (error) {
    await embedded?.close()
    throw error
  }
}

async function ownDatabase(server: EmbeddedServer) {
  const client = new pg.Client({ connectionString: server.superuserUrl('postgres') })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(4100200302)')
    const { rowCount } = await client.query("select from pg_database where datname = 'concentric'")
    if (!rowCount) await client.query('create database concentric')
  } finally {
    await client.end()
  }
  return server.superuserUrl('concentric')
}
