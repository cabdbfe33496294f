import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { featureNames } from '#features/index.ts'
import { openEmbedded } from '#platform/embedded.ts'
import { migrate } from '#platform/migrate.ts'
import { keepPasswords, prepareRoles } from '#platform/roles.ts'

/** A folder with an empty, migrated database in it, with the settings that everyone gets; `close` deletes both. */
export async function openPlace() {
  // Not os.tmpdir(): on macOS its path is too long for the sockets of a server.
  const folder = mkdtempSync(path.join('/tmp', 'concentric-bench-'))
  chmodSync(folder, 0o711)
  const server = await openEmbedded({ dataDir: path.join(folder, 'data') })
  const urls = await prepareRoles(server.superuserUrl(), await keepPasswords(folder))
  await migrate(urls.concentric_owner, featureNames)
  return {
    folder,
    urls,
    superuserUrl: server.superuserUrl(),
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
