import nodemailer from 'nodemailer'
import pg from 'pg'
import type { Tasks } from './jobs.ts'

/** Where mail goes out: smtp:// or smtps:// with its login, and the address in From. */
export type MailServer = { url: string; from: string }

type Mail = { recipient: string; locale: string; subject: string; body: string; html: string | null; queued_at: Date }

const isLocal = (url: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)

const domainOf = (from: string) => from.replace(/>\s*$/, '').split('@').at(-1)!

/**
 * A mail server further away is spoken to encrypted or not at all: mail carries links that sign people in. `?ignoreTLS=true` in the
 * address is for a relay inside one's own network.
 */
const transportTo = ({ url }: MailServer) =>
  nodemailer.createTransport({
    url,
    requireTLS: !isLocal(url) && !new URL(url).searchParams.has('ignoreTLS'),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof nodemailer.createTransport>[0])

/**
 * The worker's part of mail: `send_mail` takes one from the outbox and hands it to the server; without a server it stays there. What
 * fails for now is tried again by the queue; an address that the server refuses for good is given up. Each mail is sent by one process
 * at a time and not again once the server took it, with one gap that SMTP leaves: killed between the server's "250" and our own
 * record of it, it goes out a second time, under the same Message-ID.
 */
export function openMail(
  workerUrl: string,
  server: MailServer | undefined,
): { tasks: Tasks; close: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: workerUrl, max: 2 })
  pool.on('error', () => {})
  const transport = server && transportTo(server)

  async function sendAlone(client: pg.PoolClient, id: string) {
    const lock = `mail ${id}`
    const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as alone', [lock])
    if (!rows[0].alone) return
    try {
      const taken = await client.query<Mail>('select * from access.take_mail($1)', [id])
      if (taken.rows[0]) await deliver(client, id, taken.rows[0])
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lock])
    }
  }

  async function deliver(client: pg.PoolClient, id: string, mail: Mail) {
    const end = (problem: string | null, isFinal: boolean) =>
      client.query('select access.end_mail($1, $2, $3)', [id, problem, isFinal])
    try {
      await transport!.sendMail({
        from: server!.from,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body,
        ...(mail.html && { html: mail.html }),
        date: mail.queued_at,
        messageId: `<${id}@${domainOf(server!.from)}>`,
        headers: { 'Content-Language': mail.locale, 'Auto-Submitted': 'auto-generated' },
      })
    } catch (error) {
      const { problem, isFinal } = faultOf(error)
      await end(problem, isFinal)
      if (!isFinal) throw new Error(problem, { cause: error })
      return
    }
    await end(null, true)
  }

  return {
    tasks: {
      send_mail: async (id) => {
        if (!transport) return
        const client = await pool.connect()
        await sendAlone(client, id).then(
          () => client.release(),
          (error) => {
            client.release(true)
            throw error
          },
        )
      },
    },
    close: async () => {
      transport?.close()
      await pool.end()
    },
  }
}

/** What went wrong, without a word of the mail: the server's number or the kind of fault. A refused address is final, a fault is not. */
function faultOf(error: unknown): { problem: string; isFinal: boolean } {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  const isRefused = code === 'EENVELOPE' || code === 'EMESSAGE'
  return {
    problem: [code ?? 'EUNKNOWN', responseCode].filter(Boolean).join(' '),
    isFinal: isRefused && responseCode !== undefined && responseCode >= 500,
  }
}
