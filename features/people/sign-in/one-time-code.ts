import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: 'Concentric', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 })

/** A new secret of 160 bits for a code app (RFC 6238), in base 32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What a code app reads from the picture. */
export const addressFor = (secret: string, email: string): string => totpOf(secret, email).toString()

/**
 * The half minute that a code belongs to, counted from 1970, or null for a wrong one. Clocks may differ by half a minute either way.
 * The comparison takes the same time for every code.
 */
export function counterOf(secret: string, code: string, now = Date.now()): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totpOf(secret).validate({ token, window: 1, timestamp: now })
  return delta === null ? null : Math.floor(now / 30_000) + delta
}

// Without the letters and digits that are taken for one another.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const usable = Math.floor(256 / letters.length) * letters.length

function randomLetters(count: number): string {
  let text = ''
  while (text.length < count)
    text += [...randomBytes(count)].flatMap((byte) => (byte < usable ? [letters[byte % letters.length]] : [])).join('')
  return text.slice(0, count)
}

/** Ten codes of 79 bits for the day the phone is lost, as they are written down: ABCD-EFGH-JKMN-PQRS. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => randomLetters(16).replace(/(.{4})(?=.)/g, '$1-'))

/** However it was typed. */
export const recoveryHash = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest()
