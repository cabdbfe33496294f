import { expect, it } from 'vitest'
import type { Viewer } from '#features/access/contract.ts'
import type { Referral } from '#features/referrals/contract.ts'
import { studentRings } from './student-rings.ts'

const words = {
  role: (role: string) => role,
  relation: (relation: string) => relation,
  state: (state: string) => state,
  gap: (gap: string) => `invite ${gap}`,
}
const viewer = (personName: string, role: string, organizationName: string | null = null): Viewer => ({
  personName,
  role,
  organizationName,
  elements: [],
  why: { kind: 'school' },
  reason: '',
  untilOn: null,
})
const referral = (id: string, state: string) =>
  ({ id, state, serviceName: `Service ${id}`, organizationName: 'River' }) as Referral
const labels = (around: Parameters<typeof studentRings>[0]) =>
  studentRings(around, words).map(({ name, items }) => [name, items.map(({ label }) => label)])

it('leaves a place with an invitation where nobody is on record, and invents no one', () => {
  expect(labels({ contacts: [], viewers: [], referrals: [] })).toEqual([
    ['family', ['invite family', 'invite adult']],
    ['school', ['invite school']],
    ['partners', ['invite partner']],
  ])
})

it('leaves out a ring that the reader does not hold, instead of showing it empty', () => {
  expect(labels({ contacts: null, viewers: [], referrals: null }).map(([name]) => name)).toEqual(['school'])
})

it('puts those at school in the school ring, each person once, and neither family nor partners', () => {
  const viewers = [
    viewer('Ruth', 'principal'),
    viewer('Grace', 'teacher'),
    viewer('Dana', 'coordinator'),
    viewer('Grace', 'teacher'),
    viewer('Ngozi', 'guardian'),
    viewer('Omar', 'partner_worker', 'River'),
  ]
  expect(labels({ contacts: null, viewers, referrals: null })).toEqual([['school', ['Dana', 'Grace', 'Ruth']]])
})

it('shows the services that are asked for or given now, not those that ended', () => {
  const referrals = [referral('1', 'declined'), referral('2', 'accepted'), referral('3', 'withdrawn')]
  expect(labels({ contacts: null, viewers: [], referrals })[1]).toEqual(['partners', ['Service 2']])
})
