/** A failure of the embedded PostgreSQL, told in sentences that end with what to do next. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError'
}

const advice: { sign: RegExp; say: (folder: string) => string }[] = [
  {
    sign: /shared memory segment|create semaphores/i,
    say: () =>
      'The system has too little shared memory for PostgreSQL: stop other databases or raise the limit, then start again.',
  },
  {
    sign: /ENOSPC|EDQUOT|no space left|check free disk space|wrote only \d+ of \d+ bytes|disk quota/i,
    say: (folder) =>
      `The disk that holds ${folder} is full: free some space, or set CONCENTRIC_DATA_DIR to a folder on another disk.`,
  },
  {
    sign: /EROFS|read-only file system/i,
    say: (folder) => `${folder} is on a disk that cannot be written: set CONCENTRIC_DATA_DIR to a folder that can.`,
  },
  {
    sign: /incompatible with server|version mismatch/i,
    say: (folder) =>
      `The database in ${folder} was made by another version of PostgreSQL: start the version of Concentric that made it, or set CONCENTRIC_DATA_DIR to a new folder.`,
  },
  {
    sign: /look up effective user/i,
    say: () =>
      'The current user has no entry in /etc/passwd, which PostgreSQL needs: run as a named user, or set DATABASE_URL to a PostgreSQL of your own.',
  },
  {
    sign: /EACCES|EPERM|permission denied|not permitted/i,
    say: (folder) =>
      `${folder} cannot be used by ${account()}: give that user the folder, or set CONCENTRIC_DATA_DIR to a folder of its own.`,
  },
  {
    sign: /ENOTDIR|EEXIST|not a directory/i,
    say: (folder) => `${folder} is in the way: it should be a folder. Move it, or set CONCENTRIC_DATA_DIR to another.`,
  },
]

const account = () => (process.getuid?.() === 0 ? 'root or the user postgres' : 'the current user')

/** Turns any failure into the sentence that fits it; what is not known is quoted, never hidden. */
export function explain(failure: unknown, folder: string): EmbeddedError {
  if (failure instanceof EmbeddedError) return failure
  const text = failure instanceof Error ? failure.message : String(failure)
  const known = advice.find(({ sign }) => sign.test(text))
  const sentence = known?.say(folder) ?? `The embedded PostgreSQL in ${folder} did not start: see what it says below.`
  return new EmbeddedError(`${sentence}\n${text.trim()}`, { cause: failure })
}
