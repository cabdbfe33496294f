import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

const keyOf = (secret: string | Buffer) => Buffer.from(hkdfSync('sha256', secret, '', 'concentric sealing key', 32))

/** The key that seals what must be read again: from CONCENTRIC_SECRET, or made once and kept in the data folder, outside the database. */
export async function keepKey(dataDir: string, given: string | undefined): Promise<Buffer> {
  if (given) return keyOf(given)
  const file = path.join(dataDir, 'secret.key')
  const kept = await readFile(file).catch(() => undefined)
  if (kept) return keyOf(kept)
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, randomBytes(32), { mode: 0o600, flag: 'wx' }).catch((error: { code?: string }) => {
    // Another process was first: its key is the one.
    if (error.code !== 'EEXIST') throw error
  })
  return keyOf(await readFile(file))
}

/** AES-256-GCM: nonce, tag, text. `context` says whose it is; sealed for one account it does not open for another. */
export function seal(key: Buffer, text: string, context: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Throws when the key or the context is another one, or a byte was changed. */
export function unseal(key: Buffer, sealed: Buffer, context: string): string {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(context))
  cipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()]).toString('utf8')
}
