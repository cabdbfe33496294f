import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildWeb, filesBelow, installPackages, requireNode, root, run } from './bootstrap.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensurePostgres } from './postgres.mjs'

const longest = 20 * 60_000
// Those that read files, the commands and the demo bring another PostgreSQL the same statements that one import's life and the random ones bring.
const bringNothingNew = /^(cli|features\/demo)\/|^features\/imports\/(?!(lifecycle|worlds)\.)|killed|embedded/
const results = mkdtempSync(path.join(tmpdir(), 'concentric-results-'))
const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []

requireNode()
installPackages()
await (process.argv[2] === 'db' ? testDatabase() : testAll())
rmSync(results, { recursive: true, force: true })
conclude()

async function testAll() {
  const chromium = await ensureChromium()
  await checkTogether([
    ['Types of the server', 'typescript/bin/tsc', '-p', 'tsconfig.server.json'],
    ['Types of the pages', 'typescript/bin/tsc', '-p', 'tsconfig.web.json'],
    ['Lint', 'eslint/bin/eslint.js', '.'],
    ['Format', 'prettier/bin/prettier.cjs', '--check', '.'],
  ])
  vitest('Rules and database, on the embedded PostgreSQL', ['--project', 'db'], { TEST_DATABASE_URL: undefined })
  check('Web pages', buildWeb)
  const env = { CHROMIUM_PATH: chromium, CONCENTRIC_BUILT: '1' }
  // Each has a town of its own, and a browser waits more than it works: the two go side by side.
  const pages = vitestBeside('Every page, for every hat', ['--project', 'pages'], env)
  await vitestBeside('Journeys in a browser', ['--project', 'e2e'], env)()
  await pages()
}

async function testDatabase() {
  const server = ensurePostgres()
  const name = server.CONCENTRIC_TEST_BIN_DIR ?? 'the server of TEST_DATABASE_URL'
  vitest(`Database, on ${name}`, ['--project', 'db', ...databaseTests()], server)
}

// What stands on a database takes it from the folder test/. What starts an embedded server by itself says nothing about another one.
function databaseTests() {
  return ['features', 'platform', 'web', 'cli', 'test']
    .flatMap((folder) => filesBelow(path.join(root, folder)))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => path.dirname(file) === path.join(root, 'test') || takesFromTest(readFileSync(file, 'utf8')))
    .map((file) => path.relative(root, file))
    .filter((file) => !bringNothingNew.test(file.split(path.sep).join('/')))
}

function takesFromTest(text) {
  return /from '(\.\.\/)+test\//.test(text) && !/own-server\.ts'/.test(text)
}

function check(title, passes) {
  announce(title)
  if (passes()) return
  total.failed++
  failures.push(title)
}

/** Each works on one core and none changes anything: all at once; what each says stands together. */
async function checkTogether(checks) {
  const ended = checks.map(([, script, ...args], place) =>
    startBeside([path.join('node_modules', script), ...args], `check-${place}.log`),
  )
  for (const [place, [title]] of checks.entries()) {
    const { code, said } = await ended[place]
    check(title, () => {
      process.stdout.write(said)
      return code === 0
    })
  }
}

function vitest(title, args, env = {}) {
  announce(title)
  const file = path.join(results, 'db.json')
  take(title, file, runLoud(vitestArgs(args, file), env))
}

/** Starts it at once; its words stand together where its end is waited for. */
function vitestBeside(title, args, env) {
  const file = path.join(results, `${args.at(-1)}.json`)
  const ended = startBeside(vitestArgs(args, file), `${args.at(-1)}.log`, env)
  return async () => {
    const { code, said } = await ended
    announce(title)
    process.stdout.write(said)
    take(title, file, code)
  }
}

/** Runs beside what comes next; its exit code and its words are there at its end. */
async function startBeside(args, name, env = {}) {
  const file = path.join(results, name)
  const log = openSync(file, 'w')
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', log, log],
    timeout: longest,
    env: { ...process.env, ...env },
  })
  closeSync(log)
  const code = await new Promise((resolve) => child.on('close', (ended) => resolve(ended ?? 1)))
  return { code, said: readFileSync(file) }
}

function vitestArgs(args, file) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return [path.join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...args, ...reporters]
}

function take(title, file, code) {
  const counted = count(file)
  // A run that broke outside of any test (its set-up, an import) has failed too, even with no test to show for it.
  if (code !== 0 && counted.failed === 0) counted.failed = 1
  for (const key of Object.keys(total)) total[key] += counted[key]
  if (counted.failed > 0) failures.push(title, ...failedIn(file))
}

/** The failed ones by name, each with the first line of what it said: a long log is often cut, its end seldom. */
function failedIn(file) {
  if (!existsSync(file)) return []
  return JSON.parse(readFileSync(file, 'utf8')).testResults.flatMap((one) => {
    const tests = one.assertionResults.filter((each) => each.status === 'failed')
    const said = tests.map((each) => [each.fullName, each.failureMessages[0]])
    if (one.status === 'failed' && tests.length === 0) said.push(['as a whole', one.message])
    return said.map(([name, message]) => `${path.relative(root, one.name)}: ${name}: ${(message ?? '').split('\n')[0]}`)
  })
}

function count(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'))
    const broken = result.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0)
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + broken.length,
      skipped: result.numPendingTests + result.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function runLoud(args, env = {}) {
  return run(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: longest,
    env: { ...process.env, ...env },
  })
}

function announce(title) {
  console.log(`\n── ${title}`)
}

function conclude() {
  console.log('')
  for (const title of failures) console.log(`Failed: ${title}`)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
  process.exit(total.failed > 0 ? 1 : 0)
}
