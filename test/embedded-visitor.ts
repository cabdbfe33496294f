import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { EmbeddedOptions } from '#platform/embedded.ts'

const embedded = new URL('../platform/embedded.ts', import.meta.url).href

// Opens, tells, stays until its standard input ends, and leaves.
const script = `
  import { openEmbedded } from '${embedded}'
  try {
    const server = await openEmbedded(JSON.parse(process.argv[1]))
    console.log(JSON.stringify({ adopted: server.adopted, url: server.superuserUrl(), movedTo: server.movedTo }))
    process.stdin.resume().on('end', () => server.close())
  } catch (error) {
    console.log(JSON.stringify({ failure: error.message, name: error.name }))
  }`

export interface Visitor {
  adopted?: boolean
  url?: string
  movedTo?: string
  failure?: string
  name?: string
  process: ChildProcess
  leave(): Promise<void>
}

/** Another process that uses the embedded server, as another user if one is given. */
export async function visit(options: EmbeddedOptions, account?: { uid: number; gid: number }): Promise<Visitor> {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script, JSON.stringify(options)],
    { ...account, stdio: ['pipe', 'pipe', 'inherit'], cwd: '/' },
  )
  const exit = once(child, 'exit')
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), exit.then(() => ['{}'])])) as [
    string,
  ]
  const leave = async () => {
    child.stdin.end()
    await exit
  }
  return { ...(JSON.parse(line) as object), process: child, leave }
}
