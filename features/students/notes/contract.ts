import { Type, type Static } from 'typebox'
import { noteKinds } from './note-kinds.ts'

const Id = Type.String({ format: 'uuid' })
export const OfStudent = Type.Object({ community: Type.String(), id: Id })
export const OfNote = Type.Object({ community: Type.String(), id: Id, note: Id })
export const OfForm = Type.Object({
  community: Type.String(),
  id: Id,
  form: Type.String({ pattern: '^(notes|needs|strengths|voice|restricted_notes|note\\.[0-9a-f-]{36})$' }),
})

const Kind = Type.Enum([...noteKinds])
const Body = Type.String({ minLength: 1, maxLength: 10_000 })
const Day = Type.String({ format: 'date' })

export const NewNote = Type.Object({ body: Body, kind: Kind, happenedOn: Day })
export type NewNote = Static<typeof NewNote>
export const NoteChange = Type.Object({
  body: Body,
  kind: Kind,
  happenedOn: Day,
  revision: Type.Integer({ description: 'the revision that the writer saw' }),
})
export type NoteChange = Static<typeof NoteChange>
export const Changed = Type.Object({ revision: Type.Integer() })
export const ErrorMark = Type.Object({ inError: Type.Boolean() })

export const Revision = Type.Object({
  revision: Type.Integer(),
  kind: Type.String(),
  happenedOn: Type.Union([Type.String(), Type.Null()]),
  body: Type.String(),
  writtenAt: Type.String(),
})
export type Revision = Static<typeof Revision>

export const Opening = Type.Object({ reason: Type.String({ maxLength: 500 }) })
export const Opened = Type.Object({ body: Type.String() })
export type Opened = Static<typeof Opened>
export const RestrictedOpening = Type.Object({
  id: Type.String(),
  openedAt: Type.String(),
  personName: Type.String(),
  role: Type.String(),
  reason: Type.String(),
  studentId: Type.String(),
  studentName: Type.Union([Type.String(), Type.Null()]),
  authorName: Type.String(),
})
export type RestrictedOpening = Static<typeof RestrictedOpening>

const Details = Type.Record(Type.String({ maxLength: 20 }), Type.String({ maxLength: 40 }))
export const Draft = Type.Object({
  body: Type.String(),
  details: Details,
  version: Type.Integer(),
  savedAt: Type.String(),
})
export type Draft = Static<typeof Draft>
export const FoundDraft = Type.Object({ draft: Type.Union([Draft, Type.Null()]) })
export type FoundDraft = Static<typeof FoundDraft>
export const DraftText = Type.Object({
  body: Type.String({ maxLength: 10_000 }),
  details: Details,
  version: Type.Integer({ minimum: 0, description: 'the version that this window last saw, 0 for none' }),
})
export type DraftText = Static<typeof DraftText>
export const Saved = Type.Object({ version: Type.Integer() })
export type Saved = Static<typeof Saved>
