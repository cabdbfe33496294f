import { SMTPServer } from 'smtp-server'

export type Arrived = { to: string[]; text: string; headers: Record<string, string> }

const unfold = (text: string) => text.replace(/\r\n[ \t]+/g, ' ')
const decode = (text: string, encoding: string | undefined) => {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return text
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_whole, hex) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function read(raw: string) {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = Object.fromEntries(
    unfold(head)
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  return { headers, text: decode(rest.join('\r\n\r\n'), headers['content-transfer-encoding']) }
}

/** A real mail server on this machine. `refuse` answers an address with a number instead of taking it. */
export async function openMailServer(options: { refuse?: (to: string, tries: number) => number | undefined } = {}) {
  const arrived: Arrived[] = []
  const tries = new Map<string, number>()
  const waiting: { is: (mail: Arrived) => boolean; tell: (mail: Arrived) => void }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const count = (tries.get(address) ?? 0) + 1
      tries.set(address, count)
      const number = options.refuse?.(address, count)
      done(number ? Object.assign(new Error('not now'), { responseCode: number }) : null)
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const mail = {
          to: session.envelope.rcptTo.map(({ address }) => address),
          ...read(Buffer.concat(parts).toString('utf8')),
        }
        arrived.push(mail)
        for (const { tell } of waiting.filter(({ is }) => is(mail))) tell(mail)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { port: number }
  return {
    settings: { url: `smtp://127.0.0.1:${port}`, from: 'Concentric <concentric@town.example>' },
    arrived,
    tries,
    /** The first mail to this address that says this, now or later. */
    mailTo: (address: string, after = 0, says = /(?:)/) =>
      new Promise<Arrived>((tell) => {
        const is = (mail: Arrived) => mail.to.includes(address) && says.test(mail.text)
        const known = arrived.slice(after).find(is)
        if (known) tell(known)
        else waiting.push({ is, tell })
      }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
export type TestMailServer = Awaited<ReturnType<typeof openMailServer>>
