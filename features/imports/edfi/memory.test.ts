import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { readEdFi } from './read.ts'
import { attendanceEvent, code } from './sample-files.ts'

const category = code('AttendanceEventCategory', 'Excused Absence')
const events = Buffer.from(attendanceEvent(category).repeat(150))

function* pieces(megabytes: number) {
  yield Buffer.from('<InterchangeStudentAttendance xmlns="http://ed-fi.org/5.2.0">')
  for (let size = 0; size < megabytes * 1_000_000; size += events.length) yield events
  yield Buffer.from('</InterchangeStudentAttendance>')
}

// What is held is looked at, not what waits to be thrown away: that depends on the tests that ran before in the same process.
setFlagsFromString('--expose-gc')
const throwAway = runInNewContext('gc') as () => void

const peakWhileReading = async (megabytes: number) => {
  const file = { name: 'a.xml', bytes: 0, open: async () => Readable.from(pieces(megabytes)) }
  let records = 0
  let peak = 0
  const emit = async () => {
    records += 1
    if (records % 1000 !== 0) return
    throwAway()
    peak = Math.max(peak, process.memoryUsage().heapUsed)
  }
  await readEdFi([file], { emit, report: async () => {}, progress: () => {} })
  return { records, peak: peak / 1_000_000 }
}

test('memory does not grow with the file', async () => {
  const megabytes = Number(process.env.CONCENTRIC_XML_MEGABYTES ?? 12)
  await peakWhileReading(2)
  const small = await peakWhileReading(2)
  const large = await peakWhileReading(megabytes)
  expect(small.peak).toBeGreaterThan(0)
  expect(large.records).toBeGreaterThan((small.records * megabytes) / 2.2)
  expect(large.peak - small.peak).toBeLessThan(20)
}, 300_000)
