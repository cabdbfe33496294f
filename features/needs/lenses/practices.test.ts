import { expect, test } from 'vitest'
import en from '#web/words/en.json' with { type: 'json' }
import { domains } from '../need-kinds.ts'
import { citationOf, practices, practicesFor, tierOf } from './practices.ts'

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
