import { randomUUID } from 'node:crypto'
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { featureNames } from '#features/index.ts'
import { recomputeIndicators } from '#features/indicators/recompute.ts'
import type { Statement } from '#platform/database.ts'
import { openEmbedded } from '#platform/embedded.ts'
import { migrate } from '#platform/migrate.ts'
import { keepPasswords, prepareRoles } from '#platform/roles.ts'

// P3: the flags of every student computed anew from stored facts, beside DuckDB computing the same from Parquet.
const students = Number(process.env.STUDENTS ?? (process.argv.includes('--small') ? 2_000 : 50_000))
const rounds = 3
const asOf = '2025-07-15'
const tables = ['calendar_date', 'enrollment', 'attendance_event', 'behavior_incident', 'grade']
const textOf = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8')
// Not os.tmpdir(): on macOS its path is too long for the sockets of a server.
const folder = mkdtempSync(path.join('/tmp', 'concentric-bench-'))
chmodSync(folder, 0o711)

const server = await openEmbedded({ dataDir: path.join(folder, 'data') })
try {
  const urls = await prepareRoles(server.superuserUrl(), await keepPasswords(folder))
  await migrate(urls.concentric_owner, featureNames)
  const owner = new pg.Client({ connectionString: urls.concentric_owner })
  const importer = new pg.Client({ connectionString: urls.concentric_import })
  await Promise.all([owner.connect(), importer.connect()])
  for (const client of [owner, importer]) client.on('error', () => {})
  const ids = await fill(owner)
  const ours = await measure(
    () => clear(owner),
    () => recompute(importer, ids),
  )
  const again = await measure(
    async () => {},
    () => recompute(importer, ids),
  )
  const duck = await (await DuckDBInstance.create(':memory:')).connect()
  await exportFacts(owner, duck)
  const theirs = await measure(
    async () => {},
    () => duck.run(inFolder(textOf('flags-duckdb.sql'))),
  )
  const flags = await compare(owner, duck)
  const ratio = (ours / theirs).toFixed(2)
  const { rows } = await owner.query('select count(*)::int as events from attendance_event')
  const sizes = `${students} students, ${rows[0].events} exceptions, ${flags} flags, the same in both`
  console.log(`| P3 | ${sizes}; stored anew ${ours} ms, unchanged ${again} ms, DuckDB ${theirs} ms | ${ratio} | ≤ 3 |`)
  await Promise.all([owner.end(), importer.end()])
} finally {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}

type Ids = { communityId: string; districtId: string; importId: string }

async function fill(owner: pg.Client): Promise<Ids> {
  const [communityId, districtId, importId, personId] = Array.from({ length: 4 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
  ]
  await owner.query(`
    insert into community (community_id, name, time_zone) values ('${communityId}', 'Bench', 'America/Chicago');
    insert into district (community_id, id, name) values ('${communityId}', '${districtId}', 'Bench');
    insert into person (community_id, id, given_name, family_name) values ('${communityId}', '${personId}', 'A', 'B');
    insert into import (community_id, id, district_id, state, created_by) values ('${communityId}', '${importId}', '${districtId}', 'applying', '${personId}')`)
  const facts = textOf('flags-facts.sql')
    .replaceAll(':community', `'${communityId}'::uuid`)
    .replaceAll(':district', `'${districtId}'::uuid`)
    .replaceAll(':students', String(students))
  await owner.query('grant temp on database postgres to concentric_owner').catch(() => {})
  await owner.query(facts)
  return { communityId, districtId, importId }
}

function clear(owner: pg.Client) {
  return owner.query('truncate flag, attendance_summary, behavior_summary, course_summary')
}

async function recompute(importer: pg.Client, { communityId, districtId, importId }: Ids) {
  await importer.query('begin')
  await importer.query('select access.enter_import($1)', [importId])
  const tx = async <Row>({ text, values }: Statement<Row>) => (await importer.query(text, values)).rows as Row[]
  await recomputeIndicators(tx, { communityId, districtId, importId, asOf })
  await importer.query('commit')
}

/** The median of some rounds, in milliseconds. */
async function measure(prepare: () => Promise<unknown>, work: () => Promise<unknown>) {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await prepare()
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return Math.round(times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!)
}

function inFolder(text: string) {
  return text.replaceAll(/'(\w+\.parquet)'/g, `'${folder}/$1'`)
}

async function exportFacts(owner: pg.Client, duck: DuckDBConnection) {
  for (const table of tables) {
    const csv = path.join(folder, `${table}.csv`)
    await pipeline(owner.query(to(`copy ${table} to stdout with (format csv, header)`)), createWriteStream(csv))
    await duck.run(
      `copy (select * from read_csv('${csv}', nullstr = '')) to '${folder}/${table}.parquet' (format parquet)`,
    )
  }
}

async function compare(owner: pg.Client, duck: DuckDBConnection) {
  const order = 'select student_id::text as id, indicator, level from'
  const theirs = (await duck.runAndReadAll(`${order} flags order by 1, 2`)).getRowObjects()
  const { rows: ours } = await owner.query(`${order} flag order by 1, 2`)
  if (JSON.stringify(theirs) !== JSON.stringify(ours)) {
    throw new Error(`The two disagree: ${ours.length} flags here, ${theirs.length} by DuckDB.`)
  }
  return ours.length
}
