import { describe, expect, test } from 'vitest'
import { attendanceLevel } from './attendance-level.ts'
import { behaviorLevel } from './behavior-level.ts'
import { isChronic, tierOf } from './chronic-absence.ts'
import { courseLevel, type CourseFacts } from './course-level.ts'
import { missedDays, missedPart, type Exception } from './missed-days.ts'
import { readRules } from './preset-rules.ts'
import { shippedPresets } from './presets.ts'

const rulesOf = (name: string) => shippedPresets.find((preset) => preset.name === name)!.rules
const airEwims = rulesOf('air-ewims')

describe('chronic absence', () => {
  test('90.0% attendance is chronic, 89.99% as well, 90.01% is not', () => {
    expect(isChronic(18, 180)).toBe(true)
    expect(isChronic(1001, 10_000)).toBe(true)
    expect(isChronic(999, 10_000)).toBe(false)
  })
  test('17 of 169 days is chronic, 16 of 169 is not, and half a day can decide', () => {
    expect(isChronic(17, 169)).toBe(true)
    expect(isChronic(16, 169)).toBe(false)
    expect(isChronic(16.5, 165)).toBe(true)
    expect(isChronic(16.5, 166)).toBe(false)
  })
  test('nobody is chronically absent before the tenth enrolled day, and never from zero days', () => {
    expect(isChronic(9, 9)).toBe(false)
    expect(isChronic(1, 10)).toBe(true)
    expect(isChronic(0, 0)).toBe(false)
  })
  test('thirds of a day add up exactly', () => {
    expect(isChronic(0.1 + 0.2 + 0.7, 10)).toBe(true)
  })
  test('the tiers begin exactly at 5, 10 and 20% missed; without enrolled days there is none', () => {
    const tiers = [4.999, 5, 9.999, 10, 19.999, 20].map((missed) => tierOf(missed, 100))
    expect(tiers).toEqual(['satisfactory', 'at_risk', 'at_risk', 'moderate', 'moderate', 'severe'])
    expect(tierOf(0, 0)).toBeNull()
  })
})

describe('missed days', () => {
  const one = (code: Exception['code'], duration: number | null = null, onDate = '2026-10-05') => ({
    code,
    duration,
    onDate,
  })
  test('an absence without a duration is a whole day; coming late takes nothing unless its duration says so', () => {
    expect(missedPart(one('excused_absence'))).toBe(1)
    expect(missedPart(one('suspension', 0.5))).toBe(0.5)
    expect(missedPart(one('tardy'))).toBe(0)
    expect(missedPart(one('early_departure', 0.25))).toBe(0.25)
    expect(missedPart(one('unexcused_absence', 0))).toBe(0)
  })
  test('the parts of a date add up to one day at most', () => {
    const halves = [one('excused_absence', 0.5), one('unexcused_absence', 0.5)]
    expect(missedDays(halves, () => true)).toBe(1)
    expect(missedDays([...halves, one('suspension')], () => true)).toBe(1)
    expect(missedDays([...halves, one('excused_absence', 0.5, '2026-10-06')], () => true)).toBe(1.5)
  })
  test('days without school or enrollment are not missed', () => {
    expect(missedDays([one('excused_absence')], () => false)).toBe(0)
  })
})

describe('levels', () => {
  const days = (daysMissed: number, daysEnrolled: number) => ({ daysMissed, daysEnrolled })
  test('AIR EWIMS: caution from exactly 5% missed, concern from exactly 10%', () => {
    const levels = [
      [8, 169],
      [5, 100],
      [16, 169],
      [17, 169],
      [9, 90],
    ].map(([m, e]) => attendanceLevel(days(m!, e!), airEwims, '07'))
    expect(levels).toEqual([null, 'caution', 'caution', 'concern', 'concern'])
  })
  test('nine enrolled days give no flag, ten do, zero never', () => {
    expect(attendanceLevel(days(9, 9), airEwims, null)).toBeNull()
    expect(attendanceLevel(days(1, 10), airEwims, null)).toBe('concern')
    expect(attendanceLevel(days(0, 0), { ...airEwims, minimumDays: 0 }, null)).toBeNull()
  })
  test('"below 80% attendance" begins after 20% missed, for grade 6 alone', () => {
    const balfanz = rulesOf('balfanz-grade-6')
    expect(attendanceLevel(days(20, 100), balfanz, '06')).toBeNull()
    expect(attendanceLevel(days(20.5, 100), balfanz, '06')).toBe('concern')
    expect(attendanceLevel(days(50, 100), balfanz, '07')).toBeNull()
    expect(attendanceLevel(days(50, 100), balfanz, null)).toBeNull()
  })
  test('behavior: 4 incidents are caution, 6 or a state offense concern; nothing known is no flag', () => {
    const level = (incidents: number, stateOffenses = 0) =>
      behaviorLevel({ incidents, stateOffenses, suspensionDays: 0 }, airEwims, '07')
    expect([level(3), level(4), level(5), level(6), level(1, 1)]).toEqual([
      null,
      'caution',
      'caution',
      'concern',
      'concern',
    ])
    expect(behaviorLevel(null, airEwims, '07')).toBeNull()
    const suspended = { incidents: 1, stateOffenses: 0, suspensionDays: 3 }
    expect(behaviorLevel(suspended, rulesOf('diplomas-now'), '07')).toBe('concern')
    expect(behaviorLevel({ ...suspended, incidents: 9 }, rulesOf('balfanz-grade-6'), '06')).toBeNull()
  })

  const course = (facts: Partial<CourseFacts>): CourseFacts => ({
    subject: 'english',
    courses: 1,
    average: null,
    failures: 0,
    gradePoints: 2,
    semesterFailures: 0,
    creditsEarned: null,
    ...facts,
  })
  const average = (number: number, subject: CourseFacts['subject'] = 'english') =>
    courseLevel([course({ subject, average: number })], airEwims, '07', false)
  test('course: caution below 70, concern below 60, in English and mathematics alone', () => {
    expect([average(70), average(69.99), average(60), average(59.99)]).toEqual([null, 'caution', 'caution', 'concern'])
    expect(average(20, 'science')).toBeNull()
    expect(courseLevel([], airEwims, '07', false)).toBeNull()
  })
  test('two failed courses count in grade 9, and a grade point average below 2 in every grade', () => {
    const onTrack = rulesOf('on-track-for-success')
    const two = [course({ subject: 'science', failures: 1 }), course({ subject: 'other', failures: 1 })]
    expect(courseLevel(two, onTrack, '09', false)).toBe('concern')
    expect(courseLevel(two, onTrack, '08', false)).toBeNull()
    expect(courseLevel([course({ courses: 10, gradePoints: 19 })], onTrack, '08', false)).toBe('concern')
  })
  test('a freshman is on track with five credits at the end of the year and at most one F in a core course', () => {
    const freshman = rulesOf('freshman-on-track')
    const level = (facts: Partial<CourseFacts>, yearIsOver = true, grade = '09') =>
      courseLevel([course(facts)], freshman, grade, yearIsOver)
    expect(level({ creditsEarned: 4.5 })).toBe('concern')
    expect(level({ creditsEarned: 4.5 }, false)).toBeNull()
    expect(level({ creditsEarned: 4.5 }, true, '10')).toBeNull()
    expect(level({ creditsEarned: 5, semesterFailures: 1 })).toBeNull()
    expect(level({ creditsEarned: 5, semesterFailures: 2 })).toBe('concern')
    expect(level({ creditsEarned: null })).toBeNull()
  })
})

describe('presets', () => {
  test('six are shipped, each with a name, a version, a title and a citation', () => {
    expect(shippedPresets.map(({ name }) => name)).toHaveLength(6)
    for (const preset of shippedPresets)
      expect(preset).toEqual({
        ...preset,
        name: expect.stringMatching(/^[a-z0-9-]+$/),
        version: 1,
        title: expect.stringMatching(/./),
      })
    expect(new Set(shippedPresets.map(({ citation }) => citation)).size).toBe(6)
  })
  test('a rule, window, level or subject that is not known is refused, not ignored', () => {
    const withCut = (cut: object) => ({ ...airEwims, cuts: [{ ...airEwims.cuts[0], ...cut }] })
    expect(() => readRules(withCut({ rule: 'missed_roughly' }))).toThrow('Unknown rule of attendance')
    expect(() => readRules(withCut({ rule: 'incidents_at_least' }))).toThrow('Unknown rule of attendance')
    expect(() => readRules(withCut({ indicator: 'income' }))).toThrow('Unknown indicator')
    expect(() => readRules(withCut({ level: 'doomed' }))).toThrow('Unknown level')
    expect(() => readRules(withCut({ subjects: ['latin'] }))).toThrow('Unknown subject')
    expect(() => readRules(withCut({ value: '5' }))).toThrow('must be a number')
    expect(() => readRules({ ...airEwims, window: 'always' })).toThrow('Unknown window')
    expect(() => readRules(null)).toThrow('must be an object')
  })
})
