import { expect, test } from 'vitest'
import { ruleNames } from './preset-rules.ts'
import { reasonOf, type Cause, type FlagFacts } from './reason.ts'

const facts = (...causes: Cause[]): FlagFacts => ({ level: 'caution', from: '2026-09-03', to: '2026-11-20', causes })
const missed = (daysMissed: number, daysEnrolled: number, value = 5, rule: Cause['rule'] = 'missed_at_least') =>
  facts({ rule, value, daysMissed, daysEnrolled })

test('the reason is a sentence with its numbers, in English and in Spanish', () => {
  expect(reasonOf(missed(9, 61))).toBe('missed 9 of 61 days since September 3 (14.8%); caution starts at 5%')
  expect(reasonOf(missed(9, 61), 'es')).toBe(
    'faltó 9 de 61 días desde el 3 de septiembre (14.8%); la alerta empieza en 5%',
  )
})
test('half days are written as half days', () => {
  expect(reasonOf(missed(8.5, 100))).toContain('missed 8.5 of 100 days')
})
test('a percentage never reads as the cut point that it is not', () => {
  expect(reasonOf(missed(20.02, 100, 20, 'missed_more_than'))).toContain('(20.02%); caution starts above 20%')
  expect(reasonOf(missed(5, 100))).toContain('(5.0%); caution starts at 5%')
})
test('a year that is long over is named with both its days', () => {
  expect(reasonOf(missed(9, 61), 'en', '2026-11-21')).toContain('since September 3 ')
  expect(reasonOf(missed(9, 61), 'en', '2027-07-01')).toContain('from September 3, 2026 to November 20, 2026')
  expect(reasonOf(missed(9, 61), 'es', '2027-07-01')).toContain(
    'del 3 de septiembre de 2026 al 20 de noviembre de 2026',
  )
})
test('several causes stand in one sentence', () => {
  const two = facts(
    { rule: 'average_below', value: 70, subject: 'english', average: 64.5 },
    { rule: 'average_below', value: 70, subject: 'mathematics', average: 68 },
  )
  expect(reasonOf(two)).toBe(
    'average 64.5 in English since September 3; caution starts below 70; also average 68 in mathematics since September 3; caution starts below 70',
  )
})
test('every rule has words in both languages, and none of them judges', () => {
  const numbers = { subject: 'science', average: 50, failures: 1, courses: 3, gradePointAverage: 1.8 } as const
  const more = { incidents: 1, stateOffenses: 1, suspensionDays: 1, semesterFailures: 2, creditsEarned: 4.5 }
  for (const rule of Object.values(ruleNames).flat()) {
    const cause = { rule, value: 2, daysMissed: 1, daysEnrolled: 10, ...numbers, ...more }
    for (const locale of ['en', 'es'] as const) {
      const reason = reasonOf(facts(cause), locale)
      expect(reason).not.toMatch(/undefined|NaN|null|risk|score|riesgo|puntaje/)
      expect(reason).toMatch(
        locale === 'en' ? /since September 3.*; caution starts/ : /desde el 3 de septiembre.*; la alerta empieza/,
      )
    }
  }
})
