import { expect, test } from 'vitest'
import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '#platform/secret.ts'
import { addressFor, counterOf, newRecoveryCodes, newSecret, recoveryHash } from './one-time-code.ts'

const at = Date.UTC(2026, 0, 5, 12, 0, 10)
const codeAt = (secret: string, moment: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: moment })

test('the codes are those of RFC 6238', () => {
  const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer as ArrayBuffer }).base32
  expect(counterOf(secret, '287082', 59_000)).toBe(1)
  expect(counterOf(secret, '081 804', 1_111_111_109_000)).toBe(37_037_036)
})

test('a clock may be half a minute off, and no more', () => {
  const secret = newSecret()
  const now = Math.floor(at / 30_000)
  for (const off of [-1, 0, 1]) expect(counterOf(secret, codeAt(secret, at + off * 30_000), at)).toBe(now + off)
  for (const off of [-2, 2]) expect(counterOf(secret, codeAt(secret, at + off * 30_000), at)).toBeNull()
  expect(counterOf(secret, 'abc123', at)).toBeNull()
  expect(addressFor(secret, 'dana@riverbend.example')).toContain(`secret=${secret}`)
})

test('recovery codes are ten, all different, and count however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  expect(codes.every((code) => /^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/.test(code))).toBe(true)
  expect(recoveryHash(codes[0]!.toLowerCase().replaceAll('-', ' '))).toEqual(recoveryHash(codes[0]!))
})

test('what is sealed opens with its key and for its account alone', () => {
  const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const sealed = seal(key, 'JBSWY3DPEHPK3PXP', 'account 1')
  expect(sealed.includes('JBSWY3')).toBe(false)
  expect(unseal(key, sealed, 'account 1')).toBe('JBSWY3DPEHPK3PXP')
  expect(() => unseal(other, sealed, 'account 1')).toThrow()
  expect(() => unseal(key, sealed, 'account 2')).toThrow()
})
