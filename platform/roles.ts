import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

/** The four logins. Only the owner owns; none of the others can become another. */
export const roleNames = ['concentric_owner', 'concentric_app', 'concentric_import', 'concentric_worker'] as const
export type RoleName = (typeof roleNames)[number]
export type RoleUrls = Record<RoleName, string>
type Passwords = Record<RoleName, string>

/** Passwords given in CONCENTRIC_ROLE_PASSWORDS (JSON by login), or made once and kept in the data folder, readable by its owner alone. */
export async function keepPasswords(dataDir: string): Promise<Passwords> {
  if (process.env.CONCENTRIC_ROLE_PASSWORDS) return JSON.parse(process.env.CONCENTRIC_ROLE_PASSWORDS) as Passwords
  const file = path.join(dataDir, 'roles.json')
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept) return JSON.parse(kept) as Passwords
  const made = Object.fromEntries(roleNames.map((name) => [name, randomBytes(24).toString('base64url')])) as Passwords
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' })
  return made
}

/** The same server and database for another login. */
export function urlFor(base: string, user: string, password: string) {
  const url = new URL(base)
  url.username = encodeURIComponent(user)
  url.password = encodeURIComponent(password)
  return url.toString()
}

const ownedOnce = `
  revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
  revoke execute on function pg_catalog.query_to_xml(text, boolean, boolean, text) from public;
  revoke execute on function pg_catalog.query_to_xmlschema(text, boolean, boolean, text) from public;
  revoke execute on function pg_catalog.query_to_xml_and_xmlschema(text, boolean, boolean, text) from public`

/**
 * Makes the logins and gives the database to concentric_owner, with whatever login `adminUrl` is. What a managed server does not
 * allow (taking set_config away from everyone) is left as it is and said by `concentric doctor`.
 */
export async function prepareRoles(adminUrl: string, passwords: Passwords): Promise<RoleUrls> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const { rows } = await admin.query(
      'select current_user as me, current_database() as database, rolsuper as super, rolcreaterole as may_create from pg_roles where rolname = current_user',
    )
    const { me, database, super: isSuper, may_create: mayCreate } = rows[0]
    if (isSuper || mayCreate) await makeLogins(admin, adminUrl, me, passwords)
    if (me !== 'concentric_owner') await giveDatabase(admin, database)
    await admin.query(`revoke temp, create on database "${database}" from public`).catch(() => {})
    await admin.query(`grant connect, create on database "${database}" to concentric_worker`).catch(() => {})
    if (isSuper) await admin.query(ownedOnce)
    const owner =
      me === 'concentric_owner' ? adminUrl : urlFor(adminUrl, 'concentric_owner', passwords.concentric_owner)
    return Object.fromEntries(
      roleNames.map((name) => [name, name === 'concentric_owner' ? owner : urlFor(adminUrl, name, passwords[name])]),
    ) as RoleUrls
  } finally {
    await admin.end()
  }
}

async function makeLogins(admin: pg.Client, base: string, me: string, passwords: Passwords) {
  await admin.query('select pg_advisory_lock(4100200300)')
  for (const name of roleNames.filter((role) => role !== me)) {
    const password = admin.escapeLiteral(passwords[name])
    const { rows } = await admin.query(
      'select rolcanlogin and not rolsuper and not rolbypassrls as fits from pg_roles where rolname = $1',
      [name],
    )
    // Logins belong to the whole server: one that is right already is left alone, or two databases that start at once would collide.
    if (rows[0]?.fits && (await letsIn(urlFor(base, name, passwords[name])))) continue
    await admin.query(`${rows[0] ? 'alter' : 'create'} role ${name} login nosuperuser nobypassrls password ${password}`)
  }
  await admin.query('select pg_advisory_unlock(4100200300)')
}

async function letsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function giveDatabase(admin: pg.Client, database: string) {
  await admin.query(`grant create, connect on database "${database}" to concentric_owner`)
  await admin.query('grant create, usage on schema public to concentric_owner with grant option')
  await admin.query(`alter database "${database}" owner to concentric_owner`).catch(() => {})
  await admin.query('alter schema public owner to concentric_owner').catch(() => {})
}
