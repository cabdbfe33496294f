import { fork } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeCrowd } from './crowd.ts'
import { openDistrict, recompute } from './district.ts'
import { prepareYear } from './import-by-page.ts'
import type { Served } from './serve.ts'
import { browserOf, habits, kinds, visit, type Browser, type Failure, type Kind, type Taken } from './visits.ts'

// So many people at once, each with a session and some seconds of thought between two pages: alone, together, and while a year comes in.
const isSmall = process.argv.includes('--small')
const setting = (name: string, usual: number, small: number) => Number(process.env[name] ?? (isSmall ? small : usual))
const people = setting('PEOPLE', 200, 20)
const minutes = setting('MINUTES', 10, 5 / 60)
const students = setting('STUDENTS', 10_000, 500)
const studentsOfYear = setting('IMPORT_STUDENTS', Math.ceil(minutes * 5_000), 60)
const thought = setting('SECONDS_OF_THOUGHT', 15, 2) * 1000
const timesAlone = isSmall ? 4 : 40

type Done = { taken: Taken[]; failures: Failure[]; seconds: number }
const district = await openDistrict(students)
const server = await serve()
try {
  await recompute(district.importer, district.ids, '2025-07-15')
  const crowd = (await makeCrowd(district.owner, district.ids, people)).map((each) => browserOf(server.address, each))
  await district.owner.query('analyze')
  await alone(crowd)
  const idle = await alone(crowd)
  // The first page of each makes plans on every connection to the database, once after a start.
  tellFirst(await together(crowd, pause(thought * 2)))
  tell('together', await together(crowd, pause(minutes * 60_000)), idle)
  const year = await prepareYear(district, server.address, studentsOfYear)
  tell(`while ${year.rows} rows of a year come in`, await together(crowd, year.apply()), idle)
  for (const browser of crowd) browser.close()
  console.log(`| load | memory of the server's process at its most | ${await server.close()} MB | – |`)
} finally {
  server.end()
  await district.close()
}

async function serve() {
  const child = fork(path.join(import.meta.dirname, 'serve.ts'), { execArgv: ['--import', 'tsx'] })
  const said = () =>
    new Promise<Served>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
      child.once('message', (served: Served) => resolve(served))
    })
  child.send({ urls: district.urls, dataDir: district.folder })
  const ready = await said()
  if (!('address' in ready)) throw new Error('The server gave no address.')
  const close = async () => {
    child.send('end')
    const last = await said()
    return 'megabytes' in last ? last.megabytes : 0
  }
  return { address: ready.address, close, end: () => child.kill() }
}

/** Each kind of page some times, one after the other, by one person at a time who does such things. */
async function alone(crowd: Browser[]): Promise<Done> {
  const done: Done = { taken: [], failures: [], seconds: 0 }
  const from = performance.now()
  for (const kind of Object.keys(kinds) as Kind[]) {
    const doers = crowd.filter(({ role }) => habits[role].includes(kind))
    for (let i = 0; i < timesAlone; i++) keep(done, await visit(doers[i % doers.length]!, kind, i))
  }
  return { ...done, seconds: (performance.now() - from) / 1000 }
}

/** Everybody goes from page to page until that has come to its end. */
async function together(crowd: Browser[], end: Promise<unknown>): Promise<Done> {
  const done: Done = { taken: [], failures: [], seconds: 0 }
  const from = performance.now()
  let isOver = false
  const over = end.finally(() => (isOver = true))
  const live = async (visitor: Browser, number: number) => {
    const wanted = habits[visitor.role]
    await Promise.race([pause((thought * number) / crowd.length), over])
    for (let i = number; !isOver; i++) {
      keep(done, await visit(visitor, wanted[i % wanted.length]!, i * 7919))
      await Promise.race([pause(thought * (0.5 + Math.random())), over])
    }
  }
  await Promise.all([over, ...crowd.map(live)])
  return { ...done, seconds: (performance.now() - from) / 1000 }
}

function keep({ taken, failures }: Done, one: Taken | Failure) {
  if ('what' in one) failures.push(one)
  else taken.push(one)
}

function tell(when: string, { taken, failures, seconds }: Done, idle: Done) {
  for (const kind of Object.keys(kinds) as Kind[]) {
    const [mine, before] = [timesOf(taken, kind), timesOf(idle.taken, kind)]
    if (mine.length === 0) continue
    const said = `${kind}, ${people} people ${when}: ${mine.length} times, p50 ${shown(mine, 0.5)} ms, p95 ${shown(mine, 0.95)} ms, one person alone p95 ${shown(before, 0.95)} ms`
    console.log(`| load | ${said} | ${(at(mine, 0.95) / at(before, 0.95)).toFixed(1)} | – |`)
  }
  const wrong = [...idle.failures, ...failures]
  const rate = (taken.length / seconds).toFixed(1)
  console.log(
    `| load | errors, ${people} people ${when}: ${taken.length} pages in ${Math.round(seconds)} s, ${rate} a second | ${wrong.length} | 0 |`,
  )
  if (wrong.length === 0) return
  process.exitCode = 1
  const counted = new Map<string, number>()
  for (const { kind, what } of wrong) counted.set(`${kind}: ${what}`, (counted.get(`${kind}: ${what}`) ?? 0) + 1)
  for (const [what, times] of counted) console.log(`  ${times} times ${what}`)
}

function tellFirst({ taken, failures }: Done) {
  const mine = taken.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const said = `the first pages of ${people} people after a start: p50 ${shown(mine, 0.5)} ms, p95 ${shown(mine, 0.95)} ms`
  console.log(`| load | ${said} | ${failures.length} errors | 0 |`)
  if (failures.length > 0) process.exitCode = 1
}

function timesOf(taken: Taken[], kind: Kind) {
  const those = taken.filter((one) => one.kind === kind)
  return those.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
}

function at(sorted: number[], share: number) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

function shown(sorted: number[], share: number) {
  return at(sorted, share).toFixed(0)
}
