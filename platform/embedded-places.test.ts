import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visit } from '../test/embedded-visitor.ts'
import { mayRun } from './embedded-account.ts'
import { nameLibraries, reachablePackage } from './embedded-binaries.ts'
import { openEmbedded } from './embedded.ts'
import { findPlaces } from './embedded-places.ts'

const binDir = process.env.CONCENTRIC_TEST_BIN_DIR
const nobody = { uid: 65534, gid: 65534 }
const isRoot = process.getuid?.() === 0
let folder: string

beforeEach(() => {
  folder = mkdtempSync('/tmp/h-places-')
  chmodSync(folder, 0o711)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const options = (dataDir: string) => ({ dataDir, fast: true, ...(binDir && { binDir }) })

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.end()
  return true
}

test('a data folder with a long path is reached through a short one, and says so', async () => {
  const notices: string[] = []
  const dataDir = path.join(folder, 'a-folder-with-a-long-name-'.repeat(4), 'data')
  const server = await openEmbedded({ ...options(dataDir), onNotice: (text) => notices.push(text) })
  const sockets = new URL(server.url()).searchParams.get('host')!
  expect(sockets).toMatch(/^\/tmp\/concentric-[0-9a-f]{12}$/)
  expect(notices).toEqual([expect.stringContaining(sockets)])
  expect(await answers(server.superuserUrl())).toBe(true)
  await server.close()
  rmSync(sockets, { recursive: true })
})

test('a socket folder that someone else made first is refused', () => {
  const dataDir = path.join(folder, 'a-folder-with-a-long-name-'.repeat(4))
  const { sockets } = findPlaces(dataDir, () => {})
  rmSync(sockets, { recursive: true })
  writeFileSync(sockets, '')
  expect(() => findPlaces(dataDir, () => {})).toThrow('belongs to someone else')
  rmSync(sockets)
})

test('a folder that holds no programs is named', async () => {
  await expect(openEmbedded({ dataDir: folder, binDir: '/tmp' })).rejects.toThrow('holds no postgres and initdb')
})

test('a file where the data folder should be ends in a sentence', async () => {
  writeFileSync(path.join(folder, 'file'), '')
  await expect(openEmbedded(options(path.join(folder, 'file', 'data')))).rejects.toThrow('it should be a folder')
})

test('libraries get the names that an install without scripts left out', () => {
  mkdirSync(path.join(folder, 'native', 'lib'), { recursive: true })
  const links = [{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }]
  writeFileSync(path.join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links))
  expect(nameLibraries(folder)).toBe(true)
  expect(readlinkSync(path.join(folder, 'native/lib/libicu.so.60'))).toBe('libicu.so.60.2')
})

describe.skipIf(!isRoot)('as root', () => {
  test('a data folder below a private one moves to where PostgreSQL can reach it, and is found again', async () => {
    const home = path.join(folder, 'home')
    mkdirSync(home, { mode: 0o700 })
    const notices: string[] = []
    const open = () => openEmbedded({ ...options(path.join(home, 'data')), onNotice: (text) => notices.push(text) })
    const first = await open()
    await first.close()
    const movedTo = first.movedTo!
    expect(movedTo).toMatch(/^\/var\/(lib\/concentric\/|tmp\/concentric-)/)
    expect(notices[0]).toContain(movedTo)

    const second = await open()
    expect(second.movedTo).toBe(movedTo)
    expect(await answers(second.superuserUrl())).toBe(true)
    await second.close()

    rmSync(movedTo, { recursive: true })
    await expect(open()).rejects.toThrow(`was kept in ${movedTo}, and is not there`)
  })

  test('a database that its user can no longer reach is told, and no empty one takes its place', async () => {
    const dataDir = path.join(folder, 'data')
    await (await openEmbedded(options(dataDir))).close()
    chmodSync(folder, 0o700)
    await expect(openEmbedded(options(dataDir))).rejects.toThrow('can no longer reach it')
  })

  test('programs below a private folder are copied to where PostgreSQL may run them, whole', () => {
    const places = findPlaces(path.join(folder, 'data'), () => {})
    const home = path.join(folder, 'home')
    const installed = path.join(home, 'package')
    mkdirSync(path.join(installed, 'native', 'bin'), { recursive: true })
    chmodSync(home, 0o700)
    writeFileSync(path.join(installed, 'package.json'), '{ "version": "1" }')
    writeFileSync(path.join(installed, 'native', 'bin', 'postgres'), '', { mode: 0o755 })
    expect(mayRun(places.account, path.join(installed, 'native', 'bin', 'postgres'))).toBe(false)

    const copy = reachablePackage(places, installed)
    expect(copy).toBe(path.join(places.folder, 'programs-1'))
    expect(mayRun(places.account, path.join(copy, 'native', 'bin', 'postgres'))).toBe(true)
    expect(reachablePackage(places, installed)).toBe(copy)
  })

  test('a full disk ends in a sentence, and the next start begins whole', async (context) => {
    const disk = path.join(folder, 'disk')
    mkdirSync(disk)
    const mounted = tryMount(disk, '20m')
    if (!mounted) return context.skip('this machine lets no one mount a small disk')
    try {
      await expect(openEmbedded(options(path.join(disk, 'data')))).rejects.toThrow(/is full: free some space/)
      execFileSync('mount', ['-o', 'remount,size=500m', disk])
      const server = await openEmbedded(options(path.join(disk, 'data')))
      expect(await answers(server.superuserUrl())).toBe(true)
      await server.close()
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

function tryMount(disk: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0711`, 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const project = fileURLToPath(new URL('../node_modules/tsx/package.json', import.meta.url))
const isReachable = isRoot && canRead()

function canRead(): boolean {
  try {
    execFileSync('cat', [project], { ...nobody, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!isReachable)('as a plain user', () => {
  test('it runs as oneself, and keeps its data', async () => {
    chownSync(folder, nobody.uid, nobody.gid)
    for (const adopted of [false, false]) {
      const visitor = await visit(options(path.join(folder, 'data')), nobody)
      expect(visitor).toMatchObject({ adopted })
      expect(await answers(visitor.url!)).toBe(true)
      await visitor.leave()
    }
  })

  test('root joins the server of a plain user, under that user', async () => {
    chownSync(folder, nobody.uid, nobody.gid)
    const visitor = await visit(options(path.join(folder, 'data')), nobody)
    const server = await openEmbedded(options(path.join(folder, 'data')))
    expect(server.adopted).toBe(true)
    await visitor.leave()
    expect(await answers(server.superuserUrl())).toBe(true)
    await server.close()
    const again = await openEmbedded(options(path.join(folder, 'data')))
    await again.close()
    const later = await visit(options(path.join(folder, 'data')), nobody)
    expect(later).toMatchObject({ adopted: false })
    await later.leave()
  })

  test('a folder that cannot be written ends in a sentence', async () => {
    const visitor = await visit(options(path.join(folder, 'data')), nobody)
    expect(visitor.name).toBe('EmbeddedError')
    expect(visitor.failure).toContain('set CONCENTRIC_DATA_DIR to')
    expect(existsSync(path.join(folder, 'data'))).toBe(false)
    await visitor.leave()
  })
})
