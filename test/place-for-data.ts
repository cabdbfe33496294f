import { existsSync, statfsSync } from 'node:fs'

const memory = '/dev/shm'
const roomNeeded = 4 * 2 ** 30

/** Where a test's database server keeps its files: in memory where there is room, because tests make and drop many thousands of tables. */
export function placeForData(): string {
  // Not os.tmpdir(): on macOS its path is too private and too long for the sockets of a server.
  if (!existsSync(memory)) return '/tmp'
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= roomNeeded ? memory : '/tmp'
}
