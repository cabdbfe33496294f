import { sql } from '#platform/database.ts'
import type { Draft, DraftText, NewNote, NoteChange, Opened, RestrictedOpening, Revision } from './contract.ts'

export const writeNote = (student: string, isRestricted: boolean, n: NewNote) => sql<{ id: string }>`
  select act.write_note(${student}, ${isRestricted}, ${n.body}, ${n.kind}, ${n.happenedOn}::date) as id`

export const changeNote = (note: string, n: NoteChange) => sql<{ revision: number }>`
  select act.change_note(${note}, ${n.revision}::int, ${n.body}, ${n.kind}, ${n.happenedOn}::date) as revision`

export const markNote = (note: string, isRestricted: boolean, inError: boolean) => sql`
  select act.mark_note(${note}, ${isRestricted}, ${inError})`

/** What a note said before, the newest first. */
export const listRevisions = (student: string, note: string) => sql<Revision>`
  select revision, kind, happened_on as "happenedOn", body, written_at as "writtenAt" from note_revision
  where community_id = (select access.community()) and student_id = ${student} and note_id = ${note} order by revision desc`

export const openRestrictedNote = (student: string, note: string, reason: string) => sql<Opened>`
  select body from act.open_restricted_note(${student}, ${note}, ${reason})`

export const listRestrictedOpenings = () => sql<RestrictedOpening>`
  select o.id, o.opened_at as "openedAt", o.person_name as "personName", o.role, o.reason, o.student_id as "studentId",
    nullif(concat_ws(' ', s.given_name, s.family_name), '') as "studentName", o.author_name as "authorName"
  from access.list_restricted_openings() o
  left join student s on s.community_id = (select access.community()) and s.id = o.student_id
  order by o.opened_at desc`

export const findDraft = (student: string, form: string) => sql<Draft>`
  select body, details, version, saved_at as "savedAt" from access.my_draft(${student}, ${form})`

export const saveDraft = (student: string, form: string, d: DraftText) => sql<{ version: number }>`
  select act.save_draft(${student}, ${form}, ${d.body}, ${JSON.stringify(d.details)}::jsonb, ${d.version}::int) as version`

export const dropDraft = (student: string, form: string) => sql`select act.drop_draft(${student}, ${form})`
