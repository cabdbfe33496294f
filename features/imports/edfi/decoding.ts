import type { KeptFile } from '../adapter.ts'
import { DamagedFile } from './damaged-file.ts'

const longestDeclaration = 200

const declared = (head: Buffer) => {
  const encoding = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(head.toString('latin1'))?.[1]
  // A declaration that can be read byte by byte is not UTF-16, whatever it says; some programs write it all the same.
  return encoding && /^utf-?16/i.test(encoding) ? undefined : encoding
}

const encodingOf = (head: Buffer) => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb) return 'utf-8'
  return declared(head.subarray(0, longestDeclaration)) ?? 'utf-8'
}

const decoderFor = (file: string, head: Buffer) => {
  const encoding = encodingOf(head)
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new DamagedFile(file, 'encoding', 1, `The encoding “${encoding}” is not known. Save the file as UTF-8.`)
  }
}

const wrongBytes = (file: string) =>
  new DamagedFile(file, 'encoding', null, 'Some bytes are not text in the encoding of the file. Save it as UTF-8.')

/** The bytes of a file, the first piece long enough to tell the encoding. */
async function* bytesOf(file: KeptFile) {
  let head: Buffer | null = Buffer.alloc(0)
  for await (const bytes of (await file.open()) as AsyncIterable<Buffer>) {
    head = head && Buffer.concat([head, bytes])
    if (head && head.length < longestDeclaration) continue
    yield head ?? bytes
    head = null
  }
  if (head) yield head
}

/** The text of a file, piece by piece, in the encoding that its first bytes name. */
export async function* decode(file: KeptFile): AsyncGenerator<string> {
  let decoder: ReturnType<typeof decoderFor> | undefined
  try {
    for await (const bytes of bytesOf(file)) {
      decoder ??= decoderFor(file.name, bytes)
      yield decoder.decode(bytes, { stream: true })
    }
    if (decoder) yield decoder.decode()
  } catch (error) {
    throw error instanceof TypeError ? wrongBytes(file.name) : error
  }
}
