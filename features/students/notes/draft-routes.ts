import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done } from '../../people/contract.ts'
import { DraftText, FoundDraft, OfForm, Saved } from './contract.ts'
import * as query from './queries.ts'

/** What somebody is about to write about a student, kept for the author alone until it is sent. */
export async function draftRoutes(app: App, database: Database) {
  const doors = doorsOf(database)
  const url = '/:community/students/:id/drafts/:form'
  const about = (params: { id: string; form: string }) => ({
    elements: [params.form.startsWith('note.') ? 'notes' : params.form],
    students: [params.id],
  })

  app.get(
    url,
    { schema: { summary: 'Read one’s own draft', params: OfForm, response: { 200: FoundDraft } } },
    async (request) => {
      const { id, form } = request.params
      const { rows } = await doors.read(request, about(request.params), [query.findDraft(id, form)])
      return { draft: rows[0][0] ?? null }
    },
  )

  app.put(
    url,
    { schema: { summary: 'Keep a draft', params: OfForm, body: DraftText, response: { 200: Saved } } },
    async (request) => {
      const { id, form } = request.params
      const [saved] = await doors.as(request, about(request.params), (tx) =>
        tx(query.saveDraft(id, form, request.body)),
      )
      return saved!
    },
  )

  app.delete(url, { schema: { summary: 'Drop a draft', params: OfForm, response: { 200: Done } } }, async (request) => {
    const { id, form } = request.params
    await doors.as(request, about(request.params), (tx) => tx(query.dropDraft(id, form)))
    return { ok: true }
  })
}
