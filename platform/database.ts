import { createHash } from 'node:crypto'
import pg from 'pg'
import { problems } from './problems.ts'

// A day is text: as a Date it would shift by a day in half the world's time zones.
pg.types.setTypeParser(1082, (text) => text)
// Whole numbers and decimals of the sizes used here fit a number exactly.
pg.types.setTypeParser(20, Number)
pg.types.setTypeParser(1700, Number)

/** One SQL statement with its values apart, as the tag `sql` makes it. `Row` is what a row of its answer looks like. */
export type Statement<Row = unknown> = { text: string; values: unknown[]; row?: Row }

/** SQL as SQL: sql`select … where id = ${id}`. Every value travels as a parameter. */
export function sql<Row = unknown>(parts: TemplateStringsArray, ...values: unknown[]): Statement<Row> {
  const text = parts.reduce((whole, part, i) => `${whole}$${i}${part}`)
  return { text, values }
}

/** A transaction that has been entered. Called with a statement it answers with the rows. */
export type Tx = <Row>(statement: Statement<Row>) => Promise<Row[]>

/**
 * Who asks: the hash of the session's token, and the hat with which the page was opened (null: the session's own). `area` is the part
 * of the API that a program's token knocks at, and absent for browsers.
 */
export type Session = { tokenHash: Buffer; hat: string | null; area?: string }

/** What an outsider opens; school staff and families open all they hold, whatever stands here. */
export type Opening = {
  elements: string[]
  students?: string[] | 'mine'
  /** Of `mine`, only those whose name fits all of them (LIKE, small letters without accents). */
  patterns?: string[]
  referrals?: string[]
  limit?: number
  offset?: number
} | null

/** Who has entered, as the database says it. */
export type Entered = {
  communityId: string
  community: string
  personId: string
  hatKind: 'membership' | 'guardianship' | 'self'
  hatId: string
  role: string
  schoolId: string | null
  organizationId: string | null
  districtId: string | null
  studentId: string | null
  today: string
  opened: string[] | null
}

type Rows<S extends readonly Statement[]> = { [K in keyof S]: S[K] extends Statement<infer Row> ? Row[] : never }

const enter = (session: Session, opening: Opening) =>
  sql<{
    entered: Entered
  }>`select access.enter(${session.tokenHash}, ${session.hat}, ${JSON.stringify(session.area ? { ...opening, area: session.area } : (opening ?? {}))}) as entered`

// A statement of a page keeps its plan on each connection: with the policies in it, planning costs as much as running.
const names = new Map<string, string>()
function nameOf(text: string) {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}

// What a client may have kept from its last transaction. Prepared statements stay: they hold no one's data.
const forget = 'reset all'
const longestTransaction = 30_000
// A connection keeps its plans; a new one makes them anew, which the next person waits for: a quiet minute at school must not cost that.
const longestIdle = 30 * 60_000

/** The doors through which people's requests reach the database, as the app role. There is no other connection to it. */
export function connect(url: string, options: { connections?: number } = {}) {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 12,
    pipeline: true,
    statement_timeout: longestTransaction,
    idle_in_transaction_session_timeout: longestTransaction,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: longestIdle,
  } as pg.PoolConfig)
  pool.on('error', () => {})
  // A connection that is lost while in use fails its statement; unheard, its event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))

  const run = async <Row>(client: pg.PoolClient, { text, values }: Statement<Row>) =>
    (await client.query({ text, values, queryMode: 'extended' } as pg.QueryConfig)).rows as Row[]

  /** Runs `work` inside the one entered transaction; throws unless the database says that it committed. */
  async function as<T>(session: Session, opening: Opening, work: (tx: Tx, entered: Entered) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch(() => Promise.reject(problems.databaseDown()))
    let broken: Error | undefined
    const until = Date.now() + longestTransaction
    let ended = false
    try {
      const begun = client.query('begin')
      const [row] = (await Promise.all([run(client, enter(session, opening)), begun]))[0]
      const result = await work((statement) => {
        if (ended || Date.now() > until) throw problems.unexpected()
        return run(client, statement)
      }, row!.entered)
      ended = true
      const answer = await client.query('commit')
      if (answer.command !== 'COMMIT') throw problems.unexpected()
      return result
    } catch (error) {
      await client.query('rollback').catch((e: Error) => (broken = e))
      throw error
    } finally {
      ended = true
      await client.query(forget).catch((e: Error) => (broken = e))
      client.release(broken)
    }
  }

  /** Runs the statements in one round trip: begin, enter, the statements, commit. Their rows come back in order. */
  async function read<const S extends readonly Statement[]>(
    session: Session,
    opening: Opening,
    statements: S,
  ): Promise<{ entered: Entered; rows: Rows<S> }> {
    const client = await pool.connect().catch(() => Promise.reject(problems.databaseDown()))
    let broken: Error | undefined
    try {
      const sent = [
        client.query('begin'),
        ...[enter(session, opening), ...statements].map(({ text, values }) =>
          client.query({ name: nameOf(text), text, values, queryMode: 'extended' } as pg.QueryConfig),
        ),
        client.query('commit'),
        client.query(forget),
      ]
      const answers = await Promise.allSettled(sent)
      const failed = answers.find((answer) => answer.status === 'rejected')
      if (failed) throw failed.reason
      const results = answers.map((answer) => (answer as PromiseFulfilledResult<pg.QueryResult>).value)
      if (results.at(-2)!.command !== 'COMMIT') throw problems.unexpected()
      return {
        entered: results[1]!.rows[0].entered,
        rows: results.slice(2, -2).map((result) => result.rows) as Rows<S>,
      }
    } catch (error) {
      if (!(error as { code?: string }).code) broken = error as Error
      throw error
    } finally {
      client.release(broken)
    }
  }

  /** Calls one definer function of the schema `door` (sign-in, sessions, hats), before anybody has entered. */
  async function knock<Row>(statement: Statement<Row>): Promise<Row[]> {
    if (!/\bdoor\.\w+\(/.test(statement.text)) throw new Error('Only the functions of the schema door are called here.')
    const client = await pool.connect().catch(() => Promise.reject(problems.databaseDown()))
    let broken: Error | undefined
    try {
      return await run(client, statement)
    } catch (error) {
      if (!(error as { code?: string }).code) broken = error as Error
      throw error
    } finally {
      client.release(broken)
    }
  }

  return { as, read, knock, close: () => pool.end() }
}
export type Database = ReturnType<typeof connect>
