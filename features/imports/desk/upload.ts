import type { Readable } from 'node:stream'
import type { Multipart } from '@fastify/multipart'
import type { Upload } from '../importer.ts'

/** The files of a form, one after the other as they arrive, and the name of their source, which stands before them. */
export function readUploads(parts: AsyncIterable<Multipart>) {
  const form = { sourceName: '' }
  async function* uploads(): AsyncGenerator<Upload> {
    for await (const part of parts) {
      if (part.type === 'field') {
        if (part.fieldname === 'sourceName') form.sourceName = String(part.value).trim().slice(0, 100)
      } else {
        yield { name: part.filename, open: async () => part.file as Readable }
      }
    }
  }
  return { form, uploads: uploads() }
}
