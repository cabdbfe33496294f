import { asProblem, Problem, problems } from '#platform/problems.ts'
import { limits } from './limits.ts'

/** Why files are not taken, each with what to do about it. Nothing of such a set is kept. */
export const refusals = {
  nothing: () => new Problem(400, 'no_files', 'There is no file here. Choose the folder, the files or the zip again.'),
  damagedZip: (name: string) =>
    new Problem(
      400,
      'damaged_zip',
      `${name} is damaged or was cut off on the way. Make the zip again and send it once more.`,
    ),
  emptyZip: (name: string) =>
    new Problem(
      400,
      'empty_zip',
      `${name} is empty. Make the zip again with the files in it, or send the files themselves.`,
    ),
  encryptedZip: (name: string) =>
    new Problem(400, 'encrypted_zip', `${name} is protected with a password. Make the zip without a password.`),
  zipBomb: (name: string) =>
    new Problem(
      400,
      'zip_bomb',
      `${name} would unpack to far more than it weighs, so it was not opened. Send the files themselves, without a zip.`,
    ),
  tooMany: () =>
    new Problem(
      400,
      'too_many_files',
      `These are more than ${limits.files} files. Send only the files that are to be read.`,
    ),
  tooLarge: () =>
    new Problem(
      400,
      'too_large',
      `These files are larger than ${limits.totalBytes / 1024 ** 3} GB together. Send them in several parts.`,
    ),
  twice: (name: string) =>
    new Problem(400, 'file_twice', `${name} is there twice with different content. Send it once, the one that counts.`),
  zipInZip: (name: string) =>
    new Problem(400, 'zip_in_zip', `${name} is a zip inside a zip. Unpack the outer one and send what is in it.`),
  diskFull: () =>
    new Problem(
      507,
      'disk_full',
      'The disk of the server is full. Nothing was changed. Free some space, then send the files again.',
    ),
  gone: () =>
    new Problem(
      409,
      'files_gone',
      'The files of this import are no longer on the server. Nothing was changed. Send them again.',
    ),
  changed: (name: string) =>
    new Problem(
      409,
      'file_changed',
      `${name} is not the file that was sent: its content has changed on the server. Nothing was changed. Send the files again.`,
    ),
  unreadable: () =>
    new Problem(
      400,
      'nothing_readable',
      'None of these files is one that can be read here. Nothing was changed. Tables are read as CSV or .xlsx, Ed-Fi files as XML.',
    ),
}

const lostConnection = /^Connection terminated|^Client has encountered a connection error|^write EPIPE/

/** Faults of the machine, told as what to do; anything else stays what it is. */
export function asRefusal(error: unknown): unknown {
  const { code, message = '' } = error as { code?: string; message?: string }
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return refusals.diskFull()
  if (lostConnection.test(message) || asProblem(error)?.status === 503) return problems.databaseDown()
  return error
}
