import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'

const daysOfSchool = 180
const studentsOfSchool = 830
const firstDay = '2024-09-02'
const chunkSize = 65_536

export const rowsOf = (students: number) => students * daysOfSchool

const schoolOf = (student: number, students: number) =>
  1 + (student % Math.max(1, Math.floor(students / studentsOfSchool)))

/** Between 0 and 1, the same for the same two numbers: how invented facts are drawn. */
function chance(one: number, two: number) {
  let mixed = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(two + 0x7f4a7c15, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x45d9f3b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

function schoolDays() {
  const days: string[] = []
  for (let day = new Date(firstDay); days.length < daysOfSchool; day = new Date(day.getTime() + 86_400_000))
    if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10))
  return days
}

function exceptionOf(student: number, day: number) {
  // Some students are often away, most of them seldom: about twelve days a year for each.
  const tendency = 0.01 + 0.17 * chance(student, 1_000) ** 2.5
  if (chance(student, day) >= tendency) return 'present,,'
  const kind = chance(student, day + 2_000)
  return kind < 0.55 ? 'excusedAbsence,1,illness' : kind < 0.85 ? 'unexcusedAbsence,,' : 'tardy,,'
}

function* attendance(students: number, isOtherwise: boolean) {
  yield 'studentSourcedId,schoolSourcedId,date,code,duration,reason\n'
  for (const [day, date] of schoolDays().entries())
    for (let student = 1; student <= students; student++) {
      const told = isOtherwise && day === 20 && student === 1 ? 'suspension,1,' : exceptionOf(student, day)
      yield `st${student},sc${schoolOf(student, students)},${date},${told}\n`
    }
}

function* calendar(students: number) {
  yield 'schoolSourcedId,date,dayType,calendarCode,title\n'
  for (const school of new Set(Array.from({ length: students }, (_, i) => schoolOf(i + 1, students))))
    for (const date of schoolDays()) yield `sc${school},${date},instructional,main,\n`
}

function* roster(students: number): Generator<[string, Iterable<string>]> {
  const schools = [...new Set(Array.from({ length: students }, (_, i) => schoolOf(i + 1, students)))]
  const numbers = () => Array.from({ length: students }, (_, i) => i + 1)
  const table = (header: string, rows: Iterable<string>) => [`${header}\n`, ...[...rows].map((row) => `${row}\n`)]
  yield [
    'manifest.csv',
    table('propertyName,value', [
      'manifest.version,1.0',
      'oneroster.version,1.1',
      ...['academicSessions', 'classes', 'courses', 'enrollments', 'orgs', 'users'].map((name) => `file.${name},bulk`),
    ]),
  ]
  yield [
    'orgs.csv',
    table('sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId', [
      'd1,,,Bench,district,,',
      ...schools.map((school) => `sc${school},,,School ${school},school,,d1`),
    ]),
  ]
  yield [
    'academicSessions.csv',
    table('sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear', [
      'y1,,,2024-2025,schoolYear,2024-09-02,2025-06-30,,2025',
      't1,,,Year,term,2024-09-02,2025-06-30,y1,2025',
    ]),
  ]
  yield [
    'courses.csv',
    table(
      'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
      ['k1,,,y1,Homeroom,HR,,d1,,'],
    ),
  ]
  yield [
    'classes.csv',
    table(
      'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
      schools.map((school) => `c${school},,,Homeroom,,k1,,homeroom,,sc${school},t1,,,`),
    ),
  ]
  yield [
    'users.csv',
    table(
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades',
      numbers().map(
        (n) =>
          `st${n},,,true,sc${schoolOf(n, students)},student,u${n},,Given${n},Family${n},,,,,,,${String(1 + (n % 12)).padStart(2, '0')}`,
      ),
    ),
  ]
  yield [
    'enrollments.csv',
    table(
      'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
      numbers().map((n) => `e${n},,,c${schoolOf(n, students)},sc${schoolOf(n, students)},st${n},student,true,,`),
    ),
  ]
}

function* inChunks(rows: Iterable<string>) {
  let chunk = ''
  for (const row of rows) {
    chunk += row
    if (chunk.length < chunkSize) continue
    yield Buffer.from(chunk)
    chunk = ''
  }
  yield Buffer.from(chunk)
}

async function writeZip(file: string, files: Iterable<[string, Iterable<string>]>) {
  const zip = new yazl.ZipFile()
  const options = { mtime: new Date(firstDay), compressionLevel: 6 }
  for (const [name, rows] of files) zip.addReadStream(Readable.from(inChunks(rows)), name, options)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
  return file
}

/** Schools, classes and students of a district as OneRoster 1.1, in one zip. */
export const writeRoster = (file: string, students: number) => writeZip(file, roster(students))

/** A school year of that many students, a row for each and every day, and the calendar; `isOtherwise` in one row of them all. */
export const writeYear = (file: string, students: number, isOtherwise = false) =>
  writeZip(file, [
    ['calendar.csv', calendar(students)],
    ['attendance.csv', attendance(students, isOtherwise)],
  ])
