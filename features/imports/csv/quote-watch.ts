import { Transform } from 'node:stream'

const quote = 0x22
const newline = 0x0a
const opens = new Set([0x2c, newline, 0x0d, -1])

export class Stray extends Error {}

/**
 * Lets bytes pass unparsed and makes sure that COPY will understand them as RFC 4180 does: a quotation mark only where a cell begins or
 * ends. COPY takes one in the middle of a cell for the start of a quoted part, and would swallow rows in silence.
 */
export function watchQuotes(onLines: (lines: number) => void) {
  const seen = { isQuoted: false, isClosing: false, last: -1, rows: 0 }

  const countLines = (chunk: Buffer, from: number, to: number) => {
    let lines = 0
    for (let at = chunk.indexOf(newline, from); at >= 0 && at < to; at = chunk.indexOf(newline, at + 1)) lines++
    return lines
  }
  const before = (chunk: Buffer, at: number) => (at > 0 ? chunk[at - 1]! : seen.last)

  function atQuote(chunk: Buffer, at: number) {
    if (seen.isClosing) {
      // Two in a row inside a quoted cell are one that is meant.
      if (before(chunk, at) !== quote) throw new Stray()
      seen.isClosing = false
    } else if (seen.isQuoted) seen.isClosing = true
    else if (opens.has(before(chunk, at))) seen.isQuoted = true
    else throw new Stray()
  }
  function afterQuote(byte: number) {
    if (!seen.isClosing || byte === quote) return
    if (!opens.has(byte)) throw new Stray()
    seen.isClosing = seen.isQuoted = false
  }
  function look(chunk: Buffer) {
    let from = 0
    afterQuote(chunk[0]!)
    for (let at = chunk.indexOf(quote); at >= 0; at = chunk.indexOf(quote, at + 1)) {
      if (!seen.isQuoted) seen.rows += countLines(chunk, from, at)
      atQuote(chunk, at)
      from = at + 1
      if (from < chunk.length) afterQuote(chunk[from]!)
    }
    if (!seen.isQuoted) seen.rows += countLines(chunk, from, chunk.length)
    seen.last = chunk[chunk.length - 1]!
    onLines(countLines(chunk, 0, chunk.length))
  }
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        if (chunk.length) look(chunk)
        done(null, chunk)
      } catch (error) {
        done(error as Error)
      }
    },
  })
  /** Rows that COPY must have read, the header not counted. */
  const rowsExpected = () => seen.rows + (seen.last === newline || seen.last === -1 ? 0 : 1) - 1
  return { stream, rowsExpected }
}
