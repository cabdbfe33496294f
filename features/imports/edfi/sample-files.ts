import { Readable } from 'node:stream'
import type { FoundProblem, KeptFile } from '../adapter.ts'
import { descriptors, type Descriptors } from './descriptors.ts'
import { readEdFi } from './read.ts'

/** Files of our own for the tests: bytes cut into pieces of any size, as a network or a zip would hand them over. */
export const fileOf = (name: string, content: string | Buffer, pieceSize = 65_536): KeptFile => {
  const bytes = Buffer.from(content)
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceSize) }, (_, i) =>
    bytes.subarray(i * pieceSize, (i + 1) * pieceSize),
  )
  return { name, bytes: bytes.length, open: async () => Readable.from(pieces) }
}

export const interchange = (name: string, body: string, namespace = 'http://ed-fi.org/5.2.0') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Interchange${name} xmlns="${namespace}">\n${body}\n</Interchange${name}>`

export const studentReference = (id: string) =>
  `<StudentReference><StudentIdentity><StudentUniqueId>${id}</StudentUniqueId></StudentIdentity></StudentReference>`

export const schoolIdentity = (id: string) => `<SchoolIdentity><SchoolId>${id}</SchoolId></SchoolIdentity>`

export const schoolReference = (id: string) => `<SchoolReference>${schoolIdentity(id)}</SchoolReference>`

export const code = (descriptor: string, value: string) => `uri://ed-fi.org/${descriptor}Descriptor#${value}`

export const attendanceEvent = (category: string, inside = '<EventDate>2021-09-07</EventDate>', student = '000101') =>
  `<StudentSchoolAttendanceEvent>
    <AttendanceEvent>${inside}<AttendanceEventCategory>${category}</AttendanceEventCategory></AttendanceEvent>
    ${studentReference(student)}${schoolReference('0701')}
  </StudentSchoolAttendanceEvent>`

export const student = (id: string, name: string) =>
  `<Student><StudentUniqueId>${id}</StudentUniqueId><Name>${name}</Name></Student>`

export type Read = { kind: string; row: number; record: Record<string, string | null> }

/** Reads files and keeps what came out of them, and the damage that ended the reading, if any. */
export const readFiles = async (files: KeptFile[], maps: Descriptors = descriptors) => {
  const records: Read[] = []
  const problems: FoundProblem[] = []
  let rows = 0
  const context = {
    emit: async (kind: string, record: Read['record'], at: { row: number }) =>
      void records.push({ kind, row: at.row, record }),
    report: async (problem: FoundProblem) => void problems.push(problem),
    progress: (count: number) => void (rows += count),
  }
  const outcome = await readEdFi(files, context, maps).then(
    ({ whole }) => ({ whole: whole as string[], damage: null }),
    (error: Error) => ({ whole: [] as string[], damage: error.message }),
  )
  const of = (kind: string) => records.filter((each) => each.kind === kind).map(({ record }) => record)
  return { records, problems, rows, of, rules: problems.map(({ rule }) => rule), ...outcome }
}

export const readText = (name: string, body: string) => readFiles([fileOf(`${name}.xml`, interchange(name, body))])
