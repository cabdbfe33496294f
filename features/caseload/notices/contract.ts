import { Type, type Static } from 'typebox'
import { Nullable } from '../../students/contract.ts'

export const noticeKinds = [
  'flag',
  'referral',
  'unanswered',
  'word',
  'message',
  'reminder',
  'consent_given',
  'consent_withdrawn',
  'correction',
  'import',
  'overdue',
  'invitation',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const Notice = Type.Object({
  id: Type.String(),
  kind: Type.Enum([...noticeKinds]),
  at: Type.String(),
  studentId: Nullable(Type.String()),
  studentName: Nullable(Type.String({ description: 'nothing where the reader may not know it' })),
  about: Type.String({ description: 'the indicator, organization, reminder, source or person that it is about' }),
  detail: Nullable(Type.String({ description: 'the level of a flag, the state of a referral or an import' })),
  isNew: Type.Boolean(),
})
export type Notice = Static<typeof Notice>

/** What happened in the last thirty days that concerns the reader, as far as the reader may know it now. */
export const Notices = Type.Object({ notices: Type.Array(Notice), unseen: Type.Integer() })
export type Notices = Static<typeof Notices>
export const Seen = Type.Object({ until: Type.String({ format: 'date-time' }) })
