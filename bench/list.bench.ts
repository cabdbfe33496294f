import http from 'node:http'
import pg from 'pg'
import { features } from '#features/index.ts'
import { countStudents, listGradeLevels, listStudents } from '#features/caseload/queries.ts'
import { buildApp } from '#platform/app.ts'
import { connect, type Statement } from '#platform/database.ts'
import { openDistrict, recompute } from './district.ts'
import { signIn } from './sign-in.ts'

// P4: the list of 50 students with flags over HTTP, 16 at a time, beside the same SQL without policies through the same driver.
const isSmall = process.argv.includes('--small')
const students = Number(process.env.STUDENTS ?? (isSmall ? 2_000 : 50_000))
const requests = isSmall ? 320 : 1_600
const atOnce = 16

const district = await openDistrict(students)
try {
  await recompute(district.importer, district.ids, '2025-07-15')
  await district.owner.query('analyze')
  const { rows: schools } = await district.owner.query<{ id: string }>('select id from school order by name')
  const database = connect(district.urls.concentric_app, { connections: atOnce })
  const app = await buildApp(database, features, { requestsPerMinute: 10_000_000 })
  const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce })
  const bare = new pg.Pool({ connectionString: district.superuserUrl, max: atOnce, pipeline: true } as pg.PoolConfig)
  const one = await signIn(database, district, 'coordinator', { school: schools[0]!.id })
  const all = await signIn(database, district, 'data_steward', { district: district.ids.districtId })
  for (const [who, token, reach] of [
    ['a coordinator of one school', one, [schools[0]!.id]],
    [`a steward of ${schools.length}`, all, schools.map((school) => school.id)],
  ] as const) {
    const get = () => fetchList(address, agent, token)
    const run = () => runBare(bare, district.ids.communityId, [...reach])
    await times(run, requests / 8)
    await times(get, requests / 8)
    const theirs = await times(run, requests)
    const ours = await times(get, requests)
    const sizes = `list of 50 of ${students} students as ${who}, ${atOnce} at a time: p95 ${ours.toFixed(1)} ms, bare SQL ${theirs.toFixed(1)} ms`
    console.log(`| P4 | ${sizes} | ${(ours / theirs).toFixed(2)} | ≤ 5 |`)
  }
  agent.destroy()
  await app.close()
  await bare.end()

  await database.close()
} finally {
  await district.close()
}

/** The 95th percentile in milliseconds of so many calls, sixteen at a time. */
async function times(call: () => Promise<unknown>, count: number) {
  const taken: number[] = []
  let left = count
  const lane = async () => {
    while (left-- > 0) {
      const from = performance.now()
      await call()
      taken.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return taken.sort((a, b) => a - b)[Math.floor(taken.length * 0.95)]!
}

function fetchList(address: URL, agent: http.Agent, token: string) {
  return new Promise<void>((resolve, reject) => {
    const headers = { cookie: `concentric_session=${token}` }
    http
      .get(
        { host: address.hostname, port: address.port, path: '/api/v1/bench/students?limit=50', agent, headers },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part) => parts.push(part))
          answer.on('end', () => {
            const lines = answer.statusCode === 200 ? JSON.parse(Buffer.concat(parts).toString()).students.length : 0
            if (lines === 50) resolve()
            else reject(new Error(`The list answered ${answer.statusCode} with ${lines} students.`))
          })
        },
      )
      .on('error', reject)
  })
}

/** The same statements past every policy, with the community and the schools in reach written into them. */
async function runBare(pool: pg.Pool, community: string, schools: string[]) {
  const inReach = ({ text, values }: Statement) => ({
    text: text
      .replaceAll(
        'where s.community_id = (select access.community())',
        `where s.community_id = '${community}' and s.access_school_id = any ('{${schools.join(',')}}')`,
      )
      .replaceAll(
        'where community_id = (select access.community())',
        `where community_id = '${community}' and access_school_id = any ('{${schools.join(',')}}')`,
      ),
    values,
    queryMode: 'extended',
  })
  const client = await pool.connect()
  try {
    const statements = [listStudents({ limit: 50 }), countStudents({ limit: 50 }), listGradeLevels()]
    await Promise.all([
      client.query('begin'),
      ...statements.map((each) => client.query(inReach(each) as pg.QueryConfig)),
      client.query('commit'),
    ])
  } finally {
    client.release()
  }
}
