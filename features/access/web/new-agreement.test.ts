import { expect, it } from 'vitest'
import { emptyAgreement, missingIn } from './new-agreement.ts'

const whole = {
  ...emptyAgreement('2026-09-01'),
  organizationId: 'river',
  number: '14',
  title: 'Tutoring',
  basis: 'consent',
  purpose: 'Tutoring after school',
  elements: ['attendance'],
}

it('starts with nothing shared and with a term', () => {
  expect(emptyAgreement('2026-09-01')).toMatchObject({ elements: [], fromOn: '2026-09-01', untilOn: '2027-06-28' })
})

it('names everything that is missing', () => {
  expect(missingIn(whole)).toEqual([])
  expect(missingIn(emptyAgreement('2026-09-01'))).toEqual([
    'organizationId',
    'number',
    'title',
    'basis',
    'purpose',
    'elements',
  ])
  expect(missingIn({ ...whole, untilOn: '2026-08-31' })).toEqual(['term'])
  expect(missingIn({ ...whole, untilOn: '' })).toEqual(['term'])
})
