import { createHash } from 'node:crypto'
import type pg from 'pg'
import { hatsOf } from '#features/access/oracle.ts'
import { keyColumns, studentTables } from '#features/access/world.ts'
import type { Hat, StudentRow, StudentTable, World } from '#features/access/world.ts'
import type { Session } from '#platform/database.ts'

export const studentTableNames = Object.keys(studentTables) as StudentTable[]

const keyOf = (table: StudentTable) => (keyColumns[table] ?? ['id']).map((c) => `${c}::text`).join(" || ' ' || ")

/** One statement that lists the keys of every row about a student that can be seen, table by table; no condition in it. */
export const everythingSeen = (condition = '') =>
  `select jsonb_build_object(${studentTableNames
    .map((table) => `'${table}', (select coalesce(jsonb_agg(${keyOf(table)}), '[]') from ${table} ${condition})`)
    .join(', ')}) as seen`
export type Seen = Record<StudentTable, string[]>

const hashOf = (hat: Hat) => createHash('sha256').update(`${hat.kind} ${hat.id}`).digest()
/** The session of somebody who wears this hat. */
export const sessionOf = (hat: Hat): Session => ({ tokenHash: hashOf(hat), hat: hat.id })

const hashOfToken = (hat: { id: string }) => createHash('sha256').update(`token of ${hat.id}`).digest()
/** A program that knocks with the token for this hat. */
export const programOf = (hat: Hat): Session => ({ tokenHash: hashOfToken(hat), hat: null, area: 'students' })

type Rows = readonly object[]

/** Writes a world into the database as its owner, in one round trip, with a session for every hat. */
export async function storeWorld(owner: pg.Pool, world: World) {
  const escape = (rows: Rows) => `'${JSON.stringify(rows).replaceAll("'", "''")}'`
  const insert = (table: string, rows: Rows) => {
    if (!rows.length) return ''
    const names = [...new Set((JSON.parse(JSON.stringify(rows)) as object[]).flatMap((row) => Object.keys(row)))].join(
      ', ',
    )
    return `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${escape(rows)});`
  }
  const ours = (rows: Rows) => rows.map((row) => ({ community_id: world.communityId, ...row }))
  const platform = platformRows(world)
  const tables: [string, Rows][] = [
    ['public.community', ours([{ name: `World ${world.seed}`, time_zone: world.timeZone }])],
    ['public.district', ours(world.district.map((d) => ({ ...d, name: 'District' })))],
    ['public.school', ours(world.school.map((s) => ({ ...s, name: 'School', external_id: s.id })))],
    ['public.person', ours(world.person)],
    ['public.organization', ours(world.organization.map((o) => ({ ...o, name: 'Organization', sector: 'nonprofit' })))],
    ['public.service', ours(world.service.map((s) => ({ ...s, name: 'Service', need_domains: ['academic'] })))],
    ['public.membership', ours(world.membership)],
    [
      'public.class',
      ours(world.class.map((c) => ({ ...c, district_id: world.district[0]!.id, title: 'Class', external_id: c.id }))),
    ],
    ['public.class_teacher', ours(world.class_teacher)],
    ['public.agreement', ours(world.agreement)],
    ['public.agreement_element', ours(world.agreement_element)],
    ['public.agreement_signature', ours(world.agreement_signature)],
    ['public.student', ours(world.student.map((s) => ({ ...s, external_id: s.id })))],
    ...Object.entries(world.rows).map(([table, rows]): [string, Rows] => [`public.${table}`, ours(rows)]),
    ['public.correction_request', ours(world.correction_request)],
    ['public.record_statement', ours(world.record_statement)],
    ...Object.entries(platform).map(([table, rows]): [string, Rows] => [`platform.${table}`, rows]),
  ]
  await owner.query(
    `begin; set constraints all deferred; ${tables.map(([table, rows]) => insert(table, rows)).join('\n')} commit`,
  )
}

function platformRows(world: World) {
  const at = { created_at: 'now' }
  const accounts = world.person.map((p) => ({ id: p.id, email: `${p.id}@world.example`, ...at }))
  return {
    account: accounts,
    account_person: world.person.map((p) => ({ account_id: p.id, person_id: p.id, community_id: world.communityId })),
    community_directory: [{ slug: `world-${world.seed}`, community_id: world.communityId }],
    session: hatsOf(world).map((hat) => ({
      id: hat.kind === 'self' ? hat.personId : hat.id,
      token_hash: `\\x${hashOf(hat).toString('hex')}`,
      account_id: hat.personId,
      community_id: world.communityId,
      hat_kind: hat.kind,
      hat_id: hat.id,
      how: 'password',
      expires_at: 'infinity',
    })),
    api_token: world.tokens.map((token) => ({
      ...token,
      id: token.hat_id,
      token_hash: `\\x${hashOfToken({ id: token.hat_id }).toString('hex')}`,
      ...{ name: 'A program', account_id: token.person_id, community_id: world.communityId, areas: ['students'] },
      ...{ created_by: token.person_id, created_at: 'now', expires_at: 'infinity' },
    })),
  }
}

/** Every row about students of the world, as the owner sees it behind the policies. */
export async function everythingThere(owner: pg.Pool, world: World): Promise<Seen> {
  const { rows } = await owner.query<{ seen: Seen }>(everythingSeen(`where community_id = '${world.communityId}'`))
  return rows[0]!.seen
}

/** Takes over into the world what acts have changed in the tables that people write. */
export async function reload(owner: pg.Pool, world: World, tables: StudentTable[]) {
  for (const table of tables.filter((t) => t !== 'student')) {
    const { rows } = await owner.query<{ row: StudentRow }>(
      `select to_jsonb(t) as row from ${table} t where community_id = $1`,
      [world.communityId],
    )
    world.rows[table as keyof World['rows']] = rows.map(({ row }) => row)
  }
}

/** Takes over the questions about facts and the statements beside them. */
export async function reloadQuestions(owner: pg.Pool, world: World) {
  for (const table of ['correction_request', 'record_statement'] as const) {
    const { rows } = await owner.query(`select to_jsonb(t) as row from ${table} t where community_id = $1`, [
      world.communityId,
    ])
    world[table] = rows.map(({ row }) => row)
  }
}

/** The same world under new ids, so that it can stand beside itself in one database. */
export function copyOf(world: World, newId: () => string): World {
  const ids = new Map<string, string>()
  const renewed = (id: string) => ids.get(id) ?? ids.set(id, newId()).get(id)!
  const copy = JSON.parse(JSON.stringify(world).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, renewed)) as World
  return { ...copy, seed: Math.floor(Math.random() * 1e12) }
}

/** One text that changes whenever any row about a student of the world does. */
export async function fingerprint(owner: pg.Pool, world: World): Promise<string> {
  const digests = [...studentTableNames, 'correction_request', 'record_statement'].map(
    (table) =>
      `(select md5(string_agg(t::text, '' order by t::text)) from ${table} t where community_id = '${world.communityId}')`,
  )
  const { rows } = await owner.query<{ print: string }>(`select concat_ws(' ', ${digests.join(', ')}) as print`)
  return rows[0]!.print
}
