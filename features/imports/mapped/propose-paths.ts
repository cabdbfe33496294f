import { mkdtemp, rm } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { KeptFile } from '../adapter.ts'
import { keepFiles, uploadsAt } from '../files/keep.ts'
import { refusals } from '../files/refusals.ts'
import { propose, type Proposal } from './propose.ts'
import { lookAtAll } from './settle.ts'
import { sheetsOf } from './workbook.ts'

/** What the files at these paths seem to hold, without a database: nothing of them is kept. */
export async function proposeForPaths(paths: readonly string[]): Promise<Proposal> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'concentric-look-'))
  try {
    const { folder, files } = await keepFiles(dataDir, await uploadsAt(paths))
    const tables: KeptFile[] = []
    for (const { name, kind, bytes } of files) {
      const file = path.join(folder, name)
      if (kind === 'csv') tables.push({ name, bytes, open: async () => createReadStream(file) })
      if (kind === 'spreadsheet' && /\.xlsx$/i.test(name)) tables.push(...(await sheetsOf(file, name)))
    }
    const seen = await lookAtAll(tables, () => {})
    if (seen.length === 0) throw refusals.unreadable()
    return propose(seen)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
