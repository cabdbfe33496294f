import { expect, test } from 'vitest'
import { EmbeddedError, explain } from './embedded-error.ts'

test.each([
  ['ENOSPC: no space left on device, write', 'The disk that holds /d is full'],
  [
    'FATAL:  could not extend file "base/1/2651": wrote only 4096 of 8192 bytes at block 1',
    'The disk that holds /d is full',
  ],
  ['FATAL:  could not create shared memory segment: No space left on device', 'too little shared memory'],
  ["EACCES: permission denied, mkdir '/d'", 'set CONCENTRIC_DATA_DIR to a folder of its own'],
  ["EROFS: read-only file system, mkdir '/d'", 'set CONCENTRIC_DATA_DIR to a folder that can'],
  ['FATAL:  database files are incompatible with server', 'made by another version of PostgreSQL'],
  ['initdb: error: could not look up effective user ID 1234: user does not exist', 'no entry in /etc/passwd'],
  ['FATAL:  something new', 'did not start: see what it says below.\nFATAL:  something new'],
])('“%s” ends in a sentence that says what to do', (text, sentence) => {
  const failure = explain(new Error(text), '/d')
  expect(failure).toBeInstanceOf(EmbeddedError)
  expect(failure.message).toContain(sentence)
})

test('a failure that is already told is told once', () => {
  const failure = new EmbeddedError('Once.')
  expect(explain(failure, '/d')).toBe(failure)
})
