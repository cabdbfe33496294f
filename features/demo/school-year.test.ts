import { describe, expect, test } from 'vitest'
import { calendarOf, isSchoolDay, schoolYearAt } from './school-year.ts'

const passedOn = (today: string) =>
  calendarOf('0701', schoolYearAt(today, 1), today, 1).filter((day) => isSchoolDay(day)).length

describe('the school year', () => {
  test('is the one that holds today', () => {
    expect(schoolYearAt('2026-11-20', 1)).toMatchObject({ endsIn: 2027, start: '2026-08-19' })
    expect(schoolYearAt('2027-03-01', 1).endsIn).toBe(2027)
  })

  test('is the last one in summer, and while the new one is young', () => {
    expect(schoolYearAt('2026-07-04', 1).endsIn).toBe(2026)
    expect(schoolYearAt('2026-09-20', 1).endsIn).toBe(2026)
  })

  test('has 44 school days or more behind it, whatever day today is', () => {
    for (let year = 2024; year <= 2032; year++)
      for (let month = 1; month <= 12; month++)
        for (const day of ['01', '11', '21', '28'])
          expect(passedOn(`${year}-${String(month).padStart(2, '0')}-${day}`)).toBeGreaterThanOrEqual(44)
  })

  test('makes up for its snow days in June', () => {
    const { days } = schoolYearAt('2027-06-30', 1)
    const count = (dayType: string) => days.filter((day) => day.dayType === dayType).length
    expect(count('weather')).toBe(2)
    expect(count('makeUp')).toBe(2)
    expect(days.at(-1)).toMatchObject({ dayType: 'makeUp' })
  })

  test('splits into quarters and semesters that hold every school day once', () => {
    const year = schoolYearAt('2026-11-20', 1)
    const all = year.days.filter(isSchoolDay).map((day) => day.date)
    expect(year.quarters.flatMap((term) => term.days)).toEqual(all)
    expect(year.semesters.flatMap((term) => term.days)).toEqual(all)
    expect(year.quarters[1]!.days.at(-1)).toBe(year.semesters[0]!.days.at(-1))
  })
})

test('a school’s calendar ends today and has one closed day of its own', () => {
  const year = schoolYearAt('2026-11-20', 1)
  const [lincoln, grant] = ['0701', '0702'].map((school) => calendarOf(school, year, '2026-11-20', 1))
  expect(lincoln!.at(-1)!.date).toBe('2026-11-20')
  const closed = (days: typeof lincoln) => days!.filter((day) => day.dayType === 'emergency').map((day) => day.date)
  expect(closed(lincoln)).toHaveLength(1)
  expect(closed(lincoln)).not.toEqual(closed(grant))
})
