import { expect, test } from 'vitest'
import en from '#web/words/en.json' with { type: 'json' }
import { domains } from '../need-kinds.ts'
import { citationOf, gradesOf, practices, practicesFor, tierOf } from './practices.ts'

test('every practice has its words, and a citation with authors, year, title and number', () => {
  for (const practice of practices) {
    expect(en.lenses.practice[practice.key]).toMatch(/\w+ \w+/)
    expect(citationOf(practice)).toMatch(
      /^\w+ et al\. \(20\d\d\)\. .+\. What Works Clearinghouse, (WWC|NCEE) [\d-]+\.$/,
    )
  }
  expect(new Set(practices.map(({ key }) => key)).size).toBe(practices.length)
})

test('the best supported practice stands first, and a domain without a guide says nothing', () => {
  for (const domain of domains) {
    const tiers = practicesFor(domain).map(({ rating }) => tierOf(rating))
    expect(tiers).toEqual([...tiers].sort())
  }
  expect(practicesFor('academic')[0]).toMatchObject({ rating: 'strong' })
  expect(practicesFor('basic_needs')).toEqual([])
})

test('a student is shown what the guides say for the own grade', () => {
  const keys = (gradeLevel: string | null) => practicesFor('academic', gradeLevel).map(({ key }) => key)
  expect(keys('07')).toEqual(['reading', 'offTrack', 'afterSchool'])
  expect(keys('KG')).toEqual(['mathematics', 'afterSchool'])
  expect(keys(null)).toContain('collegeSteps')
  expect([gradesOf([0, 6]), gradesOf([9, 12])]).toEqual(['K–6', '9–12'])
})
