import { createHash } from 'node:crypto'
import { readerVersion } from './files/reader-version.ts'
import type { ImportRow } from './queries.ts'

/** What was read and how: the files, the way attendance is written in them, and the reader. */
export const contentHash = ({ files, practice }: Pick<ImportRow, 'files' | 'practice'>) =>
  createHash('sha256')
    .update([readerVersion(), practice ?? '', ...files.map((file) => `${file.name}\0${file.sha256}`)].join('\n'))
    .digest('hex')
