import http from 'node:http'
import type { Role, Visitor } from './crowd.ts'

/** One thing that people do, by name: what their page asks for, at once. Each answers with the bytes that came. */
export type Kind = keyof typeof kinds
type Ask = (path: string, body?: object) => Promise<unknown>
type At = { ask: Ask; student: string; number: number }

const today = () => new Date().toISOString().slice(0, 10)
const word = (number: number) => `Family${1 + (number % 400)}`

export const kinds = {
  today: ({ ask }: At) => Promise.all([ask('/home'), ask('/due'), ask('/notices'), ask('/student-views')]),
  list: ({ ask, number }: At) =>
    ask(['/students?limit=50', '/students?flag=any', '/students?grade=07&sort=attendance'][number % 3]!),
  student: ({ ask, student }: At) =>
    Promise.all(['', '/figures', '/referrals', '/viewers'].map((part) => ask(`/students/${student}${part}`))),
  note: async ({ ask, student, number }: At) => {
    await ask(`/students/${student}/notes`, {
      body: `Spoke with them, ${number}.`,
      kind: 'conversation',
      happenedOn: today(),
    })
    await ask(`/students/${student}`)
  },
  search: ({ ask, number }: At) => ask(`/search?q=${word(number)}`),
  participants: ({ ask }: At) => Promise.all([ask('/participants'), ask('/referrals')]),
  participant: ({ ask, student }: At) => ask(`/students/${student}`),
  family: ({ ask, student }: At) => Promise.all([ask('/my/child'), ask(`/students/${student}`)]),
  'who sees': ({ ask, student }: At) =>
    Promise.all(['/viewers', '/disclosures'].map((part) => ask(`/students/${student}${part}`))),
  imports: ({ ask }: At) => Promise.all([ask('/imports'), ask('/import-sources')]),
} satisfies Record<string, (at: At) => Promise<unknown>>

const staff: Kind[] = ['today', 'today', 'list', 'list', 'student', 'student', 'student', 'note', 'search']
/** What a role does, as often as it stands here. */
export const habits: Record<Role, Kind[]> = {
  coordinator: staff,
  counselor: staff,
  teacher: ['list', 'student', 'student'],
  partner_worker: ['participants', 'participant', 'participant'],
  guardian: ['family', 'family', 'who sees'],
  data_steward: ['imports', 'imports', 'list', 'student'],
}

export type Taken = { kind: Kind; milliseconds: number }
export type Failure = { kind: Kind; what: string }

/** Does one thing as that person, and tells how long it took until everything on the page was there; a failure is told, not thrown. */
export async function visit({ students, ...browser }: Browser, kind: Kind, number: number): Promise<Taken | Failure> {
  const from = performance.now()
  try {
    await kinds[kind]({ ask: browser.ask, student: students[number % students.length]!, number })
    return { kind, milliseconds: performance.now() - from }
  } catch (error) {
    return { kind, what: String((error as Error).message) }
  }
}

export type Browser = Visitor & { ask: Ask; close: () => void }

/** A browser with connections of its own, six at most as browsers have, kept open between two pages. */
export function browserOf(address: string, visitor: Visitor): Browser {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 6 })
  const cookie = `concentric_session=${visitor.token}; concentric_csrf=bench`
  const ask: Ask = (path, body) =>
    new Promise((resolve, reject) => {
      const sent = body && JSON.stringify(body)
      const headers = { cookie, ...(sent && { 'x-csrf': 'bench', 'content-type': 'application/json' }) }
      const request = http.request(
        `${address}/api/v1/bench${path}`,
        { agent, headers, method: sent ? 'POST' : 'GET' },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString()
            if (answer.statusCode! < 300) resolve(text)
            else
              reject(
                new Error(`${answer.statusCode} ${path.replaceAll(/[0-9a-f-]{36}/g, ':id')} ${text.slice(0, 200)}`),
              )
          })
        },
      )
      request.on('error', reject)
      request.end(sent)
    })
  return { ...visitor, ask, close: () => agent.destroy() }
}
