import { expect, it } from 'vitest'
import { attendanceDays } from '#web/charts/attendance-days.ts'
import type { StudentRecord } from '../contract.ts'
import { attendanceYear, datesMissed } from './attendance-year.ts'

const record = (
  attendance: [string, string, number | null][],
  schoolDays = ['2026-09-01', '2026-09-02', '2026-09-03'],
) =>
  ({
    schoolDays,
    enrollments: [],
    attendance: attendance.map(([on, code, duration]) => ({ on, code, duration, schoolName: null })),
  }) as unknown as StudentRecord

it('shows the gravest of two events of a day', () => {
  const year = attendanceYear(
    record([
      ['2026-09-01', 'unexcused_absence', null],
      ['2026-09-01', 'tardy', null],
    ]),
    '2026-09-03',
  )
  expect(year?.exceptions).toEqual([{ day: '2026-09-01', mark: 'missed', half: false }])
})

it('ends today, and tells half days from whole ones', () => {
  const year = attendanceYear(record([['2026-09-02', 'excused_absence', 0.5]]), '2026-09-02')!
  expect(attendanceDays(year).map(({ day, mark, half }) => [day, mark, half])).toEqual([
    ['2026-09-01', 'present', false],
    ['2026-09-02', 'excused', true],
  ])
})

it('has no calendar where no school day is known', () => {
  expect(attendanceYear(record([], []), '2026-09-02')).toBeNull()
})

it('counts a date once and a late arrival not at all', () => {
  const days: [string, string, number | null][] = [
    ['2026-09-01', 'excused_absence', null],
    ['2026-09-01', 'unexcused_absence', null],
    ['2026-09-02', 'tardy', null],
  ]
  expect(datesMissed(record(days))).toBe(1)
})
