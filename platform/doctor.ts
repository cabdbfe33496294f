import pg from 'pg'
import type { Installation } from './installation.ts'

export type Finding = { check: string; ok: boolean; sentence: string }

/** The newest minor release of each major version that was known when this version was made. */
const knownMinor: Record<number, number> = { 15: 18, 16: 14, 17: 10, 18: 4 }

/** Looks the installation over. Every finding says what to do; none shows a student's data. */
export async function examine(installation: Installation): Promise<Finding[]> {
  const owner = new pg.Client({ connectionString: installation.urls.concentric_owner })
  const app = new pg.Client({ connectionString: installation.urls.concentric_app })
  await owner.connect()
  await app.connect()
  try {
    return [
      await version(owner),
      await refusesSettings(app),
      await refusesTemporaryTables(app),
      await isPowerless(app),
      await isProtected(owner),
      await isSettled(owner),
    ]
  } finally {
    await owner.end()
    await app.end()
  }
}

async function version(owner: pg.Client): Promise<Finding> {
  const { rows } = await owner.query('show server_version_num')
  const number = Number(rows[0].server_version_num)
  const [major, minor] = [Math.floor(number / 10_000), number % 10_000]
  const wanted = knownMinor[major]
  const ok = major >= 15 && (wanted === undefined || minor >= wanted)
  const advice =
    major < 15
      ? 'Version 15 or newer is needed.'
      : `Please update to ${major}.${wanted} or newer: it fixes security faults.`
  return { check: 'PostgreSQL', ok, sentence: `PostgreSQL ${major}.${minor}.${ok ? '' : ` ${advice}`}` }
}

const fails = (client: pg.Client, text: string) =>
  client.query(text).then(
    () => false,
    () => true,
  )

async function refusesSettings(app: pg.Client): Promise<Finding> {
  const ok = await fails(app, "select set_config('access.community', '', true)")
  const advice =
    ' As a superuser of this database run: revoke execute on function set_config(text, text, boolean) from public;'
  return {
    check: 'settings',
    ok,
    sentence: `The server's login ${ok ? 'cannot' : 'can'} call set_config.${ok ? '' : advice}`,
  }
}

async function refusesTemporaryTables(app: pg.Client): Promise<Finding> {
  const ok = await fails(app, 'create temporary table doctor_was_here (id int)')
  const advice = ' As the owner of this database run: revoke temp on database … from public;'
  return {
    check: 'temporary tables',
    ok,
    sentence: `The server's login ${ok ? 'cannot' : 'can'} make temporary tables.${ok ? '' : advice}`,
  }
}

async function isPowerless(app: pg.Client): Promise<Finding> {
  const { rows } = await app.query(
    `select rolsuper or rolbypassrls or rolcreaterole or exists (select from pg_class where relowner = pg_roles.oid)
       or exists (select from pg_auth_members where member = pg_roles.oid) as powerful from pg_roles where rolname = current_user`,
  )
  const ok = !rows[0].powerful
  return {
    check: 'login',
    ok,
    sentence: ok
      ? "The server's login owns nothing and bypasses nothing."
      : 'The login concentric_app has more rights than it should: take away superuser, bypassrls, createrole, its memberships and its tables.',
  }
}

async function isProtected(owner: pg.Client): Promise<Finding> {
  const { rows } = await owner.query(
    `select c.oid::regclass::text as name from pg_class c where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'platform'::regnamespace)
       and c.relname <> 'migration' and not (c.relrowsecurity and c.relforcerowsecurity)`,
  )
  const ok = rows.length === 0
  return {
    check: 'row security',
    ok,
    sentence: ok
      ? 'Every table has forced row-level security.'
      : `Without forced row-level security: ${rows.map((row) => row.name).join(', ')}. Run: concentric migrate.`,
  }
}

async function isSettled(owner: pg.Client): Promise<Finding> {
  const { rows } = await owner.query(
    `select count(*)::int as astray from attendance_event f join student s on s.community_id = f.community_id and s.id = f.student_id
     where f.access_school_id is distinct from s.access_school_id`,
  )
  const ok = rows[0].astray === 0
  return {
    check: 'school of record',
    ok,
    sentence: ok
      ? 'Every fact stands with the school of its student.'
      : `${rows[0].astray} attendance rows stand with another school than their student. Import the district's files again.`,
  }
}
