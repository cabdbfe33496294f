import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeForData } from '../test/place-for-data.ts'
import { projectRoot } from '#platform/migrate.ts'
import { buildServer } from './bootstrap.mjs'

let folder: string
const running = new Set<ChildProcess>()

beforeAll(() => {
  if (!buildServer()) throw new Error('The program could not be put together: see above.')
  folder = mkdtempSync(path.join(placeForData(), 'concentric-start-'))
  chmodSync(folder, 0o755)
})
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const env = () => ({
  ...process.env,
  CONCENTRIC_DATA_DIR: path.join(folder, 'data'),
  CONCENTRIC_PORT: '0',
  CONCENTRIC_DEMO_STUDENTS: '0',
  DATABASE_URL: '',
})
const words = (...command: string[]) => ['--enable-source-maps', 'dist/server/main.js', ...command]

/** Starts the product as `npm start` does, and answers with its address once it is ready. */
async function start(command = 'start', more: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, words(command), {
    cwd: projectRoot,
    env: { ...env(), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text
      const found = / is ready(?:: (\S+)|\.)/.exec(said)
      if (found) resolve(found[1] ?? '')
    })
    let complained = ''
    child.stderr.on('data', (text: Buffer) => (complained += text))
    child.once('exit', () => reject(new Error(`It ended before it was ready: ${complained}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    const code = await ended
    running.delete(child)
    return code
  }
  return { address, stop }
}

const castAt = async (address: string) =>
  (await fetch(`${address}/api/v1/demo`)).json() as Promise<{ accountId: string; key: string }[]>

test('a newcomer starts it, looks around, stops it, and finds the same town the next time', async () => {
  const first = await start()
  const cast = await castAt(first.address)
  expect(cast.length).toBeGreaterThan(15)
  // A second process joins the running database, and leaves it running.
  const doctor = execFileSync(process.execPath, words('doctor', '--json'), {
    cwd: projectRoot,
    env: env(),
    encoding: 'utf8',
  })
  expect(JSON.parse(doctor).findings.every((finding: { ok: boolean }) => finding.ok)).toBe(true)
  expect(await castAt(first.address)).toEqual(cast)
  expect(await first.stop()).toBe(0)

  const again = await start()
  expect(await castAt(again.address)).toEqual(cast)
  expect(await again.stop()).toBe(0)
}, 180_000)

test('a server without a worker takes files in, and a worker of its own reads them', async () => {
  const server = await start('start', {
    CONCENTRIC_WORKER: 'off',
    CONCENTRIC_LOG: path.join(folder, 'log', 'server.log'),
  })
  expect(await (await fetch(`${server.address}/health/ready`)).json()).toEqual({ status: 'ok' })
  const { cookie, community } = await signIn(server.address, 'priya')
  const form = new FormData()
  form.set('sourceName', 'Lincoln')
  form.set('files', new Blob(['sourcedId,name\n']), 'orgs.csv')
  const made = await fetch(`${server.address}/api/v1/${community}/imports`, {
    method: 'POST',
    headers: cookie,
    body: form,
  })
  expect(made.status).toBe(201)
  const { id } = (await made.json()) as { id: string }
  const stateOf = async () => {
    const answer = await fetch(`${server.address}/api/v1/${community}/imports/${id}`, { headers: cookie })
    return ((await answer.json()) as { state: string }).state
  }
  expect(await stateOf()).toBe('received')
  const worker = await start('worker')
  while (['received', 'reading', 'checking'].includes(await stateOf()));
  expect(await stateOf()).toBe('needs_mapping')
  expect([await worker.stop(), await server.stop()]).toEqual([0, 0])

  const log = readFileSync(path.join(folder, 'log', 'server.log'), 'utf8')
    .trim()
    .split('\n')
  expect(log.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ method: 'POST', route: '/api/v1/:community/imports', status: 201 }),
  )
}, 180_000)

async function signIn(address: string, name: string) {
  const person = (await castAt(address)).find((each) => each.key === name)!
  const answer = await fetch(`${address}/api/v1/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accountId: person.accountId }),
  })
  const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0]!)
  const csrf = cookies.find((each) => each.startsWith('concentric_csrf='))!.split('=')[1]!
  const cookie = { cookie: cookies.join('; '), 'x-csrf': csrf }
  const me = (await (await fetch(`${address}/api/v1/session`, { headers: cookie })).json()) as {
    hat: { community: string }
  }
  return { cookie, community: me.hat.community }
}
