import { Transform } from 'node:stream'
import type { Header } from './header.ts'
import { Stray } from './quote-watch.ts'

/** A student in a school, of whom so many rows say nothing but "present"; the first of them, and its day. */
export type PresentStudent = { student: string; school: string; row: number; date: string; rows: number }
export type PresentDay = { school: string; date: string; rows: number }

const plain = ' !#-+\\--~'
const inked = '!#-+\\--~'
const id = `([${inked}](?:[${plain}]*[${inked}])?)`
const cells: Record<string, string> = {
  studentSourcedId: id,
  schoolSourcedId: id,
  date: '((?:19|20)\\d\\d-\\d\\d-\\d\\d)',
  code: 'present',
  duration: '',
}
const captured = ['studentSourcedId', 'schoolSourcedId', 'date']
const newline = '\n'
const longestRow = 1_000_000

function isDay(text: string) {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/**
 * Takes the rows out of a file of attendance that say that a student was present and nothing else about the day: nine of ten rows, where
 * there is one for each student and day. They are counted, by student and by day; all others go on as they came, with the number of their
 * row before them and without the header. A row with anything odd in it is none of these, so whatever is to be told of a row is told.
 */
export function takePresentRows(header: Header) {
  const names = header.cells.map((cell) => cell ?? '')
  const order = captured.map((name) => 1 + names.filter((each) => captured.includes(each)).indexOf(name))
  const [ofStudent, ofSchool, ofDate] = order as [number, number, number]
  const presentRow = new RegExp(`${names.map((name) => cells[name] ?? `[${plain}]*`).join(',')}\\r?\\n`, 'y')
  const students = new Map<string, PresentStudent[]>()
  const days = new Map<string, Map<string, PresentDay>>()
  const seen = { rest: '', row: 0, isQuoted: false, taken: 0 }

  function dayOf(school: string, date: string) {
    const ofThatSchool = days.get(school) ?? new Map<string, PresentDay>()
    if (ofThatSchool.size === 0) days.set(school, ofThatSchool)
    const known = ofThatSchool.get(date)
    if (known || !isDay(date)) return known
    const day = { school, date, rows: 0 }
    ofThatSchool.set(date, day)
    return day
  }
  function studentOf(student: string, school: string, date: string) {
    const known = students.get(student)
    const found = known?.find((each) => each.school === school)
    if (found) return found
    const first = { student, school, row: seen.row, date, rows: 0 }
    if (known) known.push(first)
    else students.set(student, [first])
    return first
  }
  function take(match: RegExpExecArray) {
    const [student, school, date] = [match[ofStudent]!, match[ofSchool]!, match[ofDate]!]
    const day = dayOf(school, date)
    if (!day) return false
    day.rows++
    studentOf(student, school, date).rows++
    seen.taken++
    return true
  }
  function passOn(line: string) {
    const isWithinRow = seen.isQuoted
    for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) seen.isQuoted = !seen.isQuoted
    if (seen.row === 1) return ''
    return isWithinRow ? line : `${seen.row},${line}`
  }
  function sift(text: string) {
    let passed = ''
    let from = 0
    while (from < text.length) {
      presentRow.lastIndex = from
      const match = seen.isQuoted ? null : presentRow.exec(text)
      const end = match ? presentRow.lastIndex : text.indexOf(newline, from) + 1
      if (end === 0) break
      if (!seen.isQuoted) seen.row++
      if (!match || !take(match)) passed += passOn(text.slice(from, end))
      from = end
    }
    seen.rest = text.slice(from)
    if (seen.rest.length > longestRow) throw new Stray()
    return Buffer.from(passed, 'latin1')
  }
  const stream = new Transform({
    // Each byte is a character here, and becomes that byte again.
    transform(chunk: Buffer, _encoding, done) {
      try {
        done(null, sift(seen.rest + chunk.toString('latin1')))
      } catch (error) {
        done(error as Error)
      }
    },
    flush: (done) => done(null, seen.rest ? sift(`${seen.rest}\n`) : undefined),
  })
  return {
    stream,
    taken: () => seen.taken,
    students: () => [...students.values()].flat(),
    days: () => [...days.values()].flatMap((each) => [...each.values()]).filter((day) => day.rows > 0),
  }
}
export type PresentRows = ReturnType<typeof takePresentRows>
