// Plain JavaScript without packages, because it runs before any are installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const inRoot = (...names) => path.join(root, ...names)
const stamp = inRoot('node_modules', '.concentric-lock')

/** Ends the program with a sentence when this Node is older than package.json asks for. */
export function requireNode() {
  const { engines } = readJson(inRoot('package.json'))
  const [major, minor] = engines.node.replace('>=', '').split('.').map(Number)
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number)
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return
  fail(
    `Concentric needs Node ${major}.${minor} or newer, and this is ${process.versions.node}: see https://nodejs.org.`,
  )
}

/** Installs the packages of package-lock.json unless they are there. Nothing is printed on standard output. */
export function installPackages() {
  const wanted = hash([inRoot('package-lock.json')])
  if (read(stamp) === wanted) return
  if (!isInstalled()) {
    say('Installing packages …')
    if (npm('ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund') !== 0)
      fail('The packages could not be installed (npm ci): see above, check the network, and start again.')
  }
  tryWrite(stamp, wanted)
}

/** Builds the web pages unless the ones that are there were made from the same sources. False when that fails. */
export const buildWeb = () =>
  ensureBuilt('web', webSources(), 'Building the web pages …', 'node_modules/vite/bin/vite.js', 'build')

/** The same for the program itself, so that it starts at once: `dist/server/main.js`. */
export const buildServer = () =>
  ensureBuilt('server', serverSources(), 'Putting the program together …', 'cli/build-server.mjs')

function ensureBuilt(part, sources, title, ...program) {
  const stamp = inRoot('dist', `${part}.sources`)
  const wanted = hash(sources)
  if (existsSync(inRoot('dist', part)) && read(stamp) === wanted) return true
  say(title)
  // A test runner sets NODE_ENV to test, and the pages would carry the slow development build of their libraries.
  const env = { ...process.env, NODE_ENV: 'production' }
  if (run(process.execPath, program, { env }) !== 0) return false
  tryWrite(stamp, wanted)
  return true
}

export const say = (text) => process.stderr.write(`${text}\n`)

export function fail(text) {
  say(text)
  process.exit(2)
}

/** Runs a program of the project with what it prints on standard error; the answer is its exit code. */
export const runNode = (...args) => run(process.execPath, args)

export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
  if (error) say(error.message)
  return status ?? 1
}

// npm hands the path of its own script to what it runs; without it, Windows only finds npm.cmd through a shell.
function npm(...args) {
  const script = process.env.npm_execpath
  if (script && /npm-cli\.c?js$/.test(script) && existsSync(script)) return runNode(script, ...args)
  return run('npm', args, { shell: process.platform === 'win32' })
}

// Whoever installed by hand is not made to wait again: npm's own record of what it put there is compared.
function isInstalled() {
  const installed = readJson(inRoot('node_modules', '.package-lock.json'))?.packages
  if (!installed) return false
  const wanted = Object.entries(readJson(inRoot('package-lock.json')).packages)
  return wanted.every(([name, entry]) => {
    if (name === '' || (!installed[name] && isForElsewhere(entry))) return true
    return installed[name]?.version === entry.version && existsSync(inRoot(name))
  })
}

const isForElsewhere = ({ optional, peer, os, cpu, libc }) =>
  peer || (optional && (!os || !os.includes(process.platform) || !cpu?.includes(process.arch) || libc))

function webSources() {
  const features = list(inRoot('features')).map((name) => inRoot('features', name))
  return [
    inRoot('package-lock.json'),
    inRoot('vite.config.ts'),
    ...filesBelow(inRoot('web')),
    ...features.flatMap((folder) => [path.join(folder, 'contract.ts'), ...filesBelow(path.join(folder, 'web'))]),
  ]
}

const serverSources = () =>
  [
    inRoot('package-lock.json'),
    inRoot('server.ts'),
    ...['cli', 'platform', 'features'].flatMap((folder) => filesBelow(inRoot(folder))),
  ].filter((file) => /\.(json|ts|mjs)$/.test(file) && !file.endsWith('.test.ts'))

/** Every file below a folder, in the same order everywhere; none when there is no such folder. */
export function filesBelow(folder) {
  return list(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function list(folder, options) {
  try {
    return readdirSync(folder, options)
  } catch {
    return []
  }
}

function hash(files) {
  const sum = createHash('sha256')
  for (const file of files) {
    const text = read(file)
    if (text !== undefined) sum.update(`${path.relative(root, file)}\0${text}\0`)
  }
  return sum.digest('hex')
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function readJson(file) {
  const text = read(file)
  return text === undefined ? undefined : JSON.parse(text)
}

// A stamp that cannot be written (a program folder that belongs to someone else) only costs the next start time.
function tryWrite(file, text) {
  try {
    writeFileSync(file, text)
  } catch (error) {
    say(`${file} could not be written: ${error.message}`)
  }
}
