import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/migrate.ts'

let folder: string
const running = new Set<ChildProcess>()

beforeAll(() => {
  folder = mkdtempSync(path.join('/tmp', 'concentric-start-'))
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
const words = (...command: string[]) => ['--import', 'tsx', 'cli/main.ts', ...command]

/** Starts the product as `npm start` does, and answers with its address once it is ready. */
async function start() {
  const child = spawn(process.execPath, words('start'), {
    cwd: projectRoot,
    env: env(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text
      const found = /Concentric is ready: (\S+)/.exec(said)
      if (found) resolve(found[1]!)
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
  (await fetch(`${address}/api/v1/demo`)).json() as Promise<{ accountId: string }[]>

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
