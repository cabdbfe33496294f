import { expect, it } from 'vitest'
import { daysFrom, weekday } from '../dates.ts'
import { attendanceDays, attendanceMonths, type AttendanceYear } from './attendance-days.ts'

const year: AttendanceYear = {
  from: '2026-09-01',
  to: '2026-10-02',
  today: '2026-09-25',
  schoolDays: daysFrom('2026-09-01', '2026-10-02').filter((day) => weekday(day) <= 5 && day !== '2026-09-07'),
  enrolled: [
    { from: '2026-09-03', to: '2026-09-22' },
    { from: '2026-09-24', to: null },
  ],
  exceptions: [
    { day: '2026-09-14', mark: 'excused', half: true, reason: 'Dentist' },
    { day: '2026-09-07', mark: 'missed' },
    { day: '2026-09-02', mark: 'missed' },
  ],
}
const markOn = (day: string) => attendanceDays(year).find((found) => found.day === day)?.mark

it('tells days without school and days before, between and after enrollments from days present', () => {
  expect(markOn('2026-09-07')).toBe('noSchool')
  expect(markOn('2026-09-02')).toBe('notEnrolled')
  expect(markOn('2026-09-03')).toBe('present')
  expect(markOn('2026-09-22')).toBe('present')
  expect(markOn('2026-09-23')).toBe('notEnrolled')
  expect(markOn('2026-09-25')).toBe('present')
  expect(markOn('2026-09-28')).toBe('ahead')
})

it('keeps the half day and its reason', () => {
  expect(attendanceDays(year).find(({ day }) => day === '2026-09-14')).toEqual({
    day: '2026-09-14',
    mark: 'excused',
    half: true,
    reason: 'Dentist',
  })
})

it('lays days out by month, week and weekday', () => {
  const { weekdays, months } = attendanceMonths(year)
  expect(weekdays).toEqual([1, 2, 3, 4, 5])
  expect(months.map(({ month }) => month)).toEqual(['2026-09', '2026-10'])
  expect(months[0]?.weeks[0]?.map((day) => day?.day ?? null)).toEqual([
    null,
    '2026-09-01',
    '2026-09-02',
    '2026-09-03',
    '2026-09-04',
  ])
  expect(months[0]?.weeks.at(-1)?.map((day) => day?.day ?? null)).toEqual([
    '2026-09-28',
    '2026-09-29',
    '2026-09-30',
    null,
    null,
  ])
  expect(months[1]?.weeks).toHaveLength(1)
})

it('gives Saturday a place only where school is held on one', () => {
  expect(attendanceMonths({ ...year, schoolDays: [...year.schoolDays, '2026-09-12'] }).weekdays).toEqual([
    1, 2, 3, 4, 5, 6,
  ])
})
