import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { makeCommunity } from '#features/communities/create.ts'
import { unpack } from '#features/imports/files/zip.ts'
import { openOperatorSession } from '#features/people/owner-acts.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import type { Answer, Order } from './bring-in-once.ts'
import { openPlace } from './place.ts'
import { rowsOf, writeRoster, writeYear } from './positive-year.ts'

const answers = { attendance_practice: 'positive' }
type Place = Awaited<ReturnType<typeof openPlace>>

/**
 * What a year of that many students takes, in milliseconds: by a bare COPY, imported, imported again with one row that differs, and
 * imported once more as it was. Also how many megabytes the importing process grew above its idle.
 */
export async function measureImport(students: number) {
  const place = await openPlace()
  const file = (name: string) => path.join(place.folder, name)
  try {
    const session = await findSteward(place)
    const send = (sent: string) => bringInAlone({ ...session, urls: place.urls, dataDir: place.folder, file: sent })
    await send(await writeRoster(file('roster.zip'), students))
    const [one, other] = [
      await writeYear(file('year.zip'), students),
      await writeYear(file('other.zip'), students, true),
    ]
    const before = await copyBare(place, one)
    const year = await send(one)
    const otherwise = await send(other)
    const same = await send(other)
    await check(place, students)
    const copy = (before + (await copyBare(place, one))) / 2
    const megabytes = Math.round(year.bytes / 1e6)
    return { rows: rowsOf(students), copy, year: year.taken, otherwise: otherwise.taken, same: same.taken, megabytes }
  } finally {
    await place.close()
  }
}

const findSteward = ({ urls }: Place) =>
  unsafeAsOwner(urls.concentric_owner, async (tx) => {
    const made = await makeCommunity(tx, { slug: 'bench', name: 'Bench', timeZone: 'America/Chicago' })
    const { hat, tokenHash } = await openOperatorSession(tx, made.communityId, made.districtId, 'bench')
    return { session: { hat, tokenHash: tokenHash.toString('hex') } }
  })

/** Imports the file in a process of its own, and watches how much memory that process has. */
async function bringInAlone(order: Omit<Order, 'answers'>) {
  const child = fork(path.join(import.meta.dirname, 'bring-in-once.ts'), { execArgv: ['--import', 'tsx', ...extra()] })
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  let [idle, most] = [0, 0]
  let watching: NodeJS.Timeout | undefined
  const taken = await new Promise<number>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`The import ended with ${code}.`)))
    child.on('message', (answer: Answer) => {
      if ('milliseconds' in answer) return resolve(answer.milliseconds)
      idle = memory()
      watching = setInterval(() => (most = Math.max(most, memory())), 50)
      child.send('go')
    })
    child.send({ ...order, answers } satisfies Order)
  }).finally(() => clearInterval(watching))
  return { taken, bytes: most - idle }
}

const extra = () => (process.env.IMPORT_NODE_OPTIONS ?? '').split(' ').filter(Boolean)

/** The same rows by COPY through the same driver into a table without an index, out of the same zip. */
async function copyBare({ superuserUrl }: Place, zip: string) {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query(
      'create table bare (student text, school text, on_date text, code text, duration text, reason text)',
    )
    const from = performance.now()
    await unpack(zip, zip, async ({ name, open }) => {
      if (name === 'attendance.csv')
        await pipeline(await open(), client.query(copyFrom('copy bare from stdin (format csv, header)')))
      else (await open()).resume()
    })
    const taken = performance.now() - from
    await client.query('drop table bare')
    return taken
  } finally {
    await client.end()
  }
}

/** What was measured is a whole import: every exception is there, and flags of many students. */
async function check({ superuserUrl }: Place, students: number) {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select (select count(*)::int from attendance_event where withdrawn_at is null) as events, (select count(*)::int from flag) as flags,
         (select count(*)::int from attendance_summary where days_enrolled = 180) as whole, (select count(*)::int from import where state = 'applied') as applied`,
    )
    const { events, flags, whole, applied } = rows[0]
    if (applied !== 4 || whole !== students || events < students * 4 || flags < students / 20)
      throw new Error(`Not what the files say: ${JSON.stringify(rows[0])}`)
  } finally {
    await client.end()
  }
}
