import { createHash } from 'node:crypto'
import { readerVersion } from './files/reader-version.ts'
import type { ImportRow } from './queries.ts'

type Read = Pick<ImportRow, 'files' | 'practice' | 'ownCodes' | 'dayRule' | 'mapping'>

/** What was read and how: the files, the way attendance is written in them, what their codes mean, and the reader. */
export const contentHash = ({ files, practice, ownCodes, dayRule, mapping }: Read) =>
  createHash('sha256')
    .update(
      [
        readerVersion(),
        practice ?? '',
        String(dayRule),
        mapping ? JSON.stringify(mapping) : '',
        ...ownCodes.map(({ category, code, meaning }) => [category, code, meaning].join('\0')),
      ].join('\n'),
    )
    .update(files.map((file) => `\n${file.name}\0${file.sha256}`).join(''))
    .digest('hex')
