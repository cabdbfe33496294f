import { randomUUID } from 'node:crypto'

/** Every word about the marked student begins like this, and every id like that: whatever else is read, these are searched for. */
export const mark = (what: string) => `Quillmark${what}`
export const markedId = () => `feedf00d${randomUUID().slice(8)}`
const marks = /Quillmark\w*|feedf00d-[0-9a-f-]{27}/gi

/** Which marked words and ids stand in a text, each once; also where the text is percent-encoded. */
export function marksIn(text: string): string[] {
  const decoded = text.replace(/(%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes
    }
  })
  return [...new Set(decoded.match(marks))]
}

export type MarkedIds = Record<(typeof markedNames)[number], string>
export const markedNames = [
  'student',
  'note',
  'revision',
  'restrictedNote',
  'contact',
  'proposed',
  'restriction',
  'address',
  'optOut',
  'consent',
  'referral',
  'reminder',
  'correction',
  'import',
  'importSource',
  'class',
  'assignment',
  'hold',
  'need',
  'participation',
  'log',
  'member',
] as const
