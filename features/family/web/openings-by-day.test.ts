import { expect, it } from 'vitest'
import { openingsByDay } from './openings-by-day.ts'

const omar = {
  personName: 'Omar Haddad',
  organizationName: 'River Youth Center',
  purpose: 'Tutoring',
  why: { kind: 'school_official', agreement: 'RB-14' },
}

it('tells a family once a day who looked at what, and how often', () => {
  const disclosures = [
    { ...omar, at: '2026-11-22T15:00:00Z', elements: ['grades'] },
    { ...omar, at: '2026-11-21T18:00:00Z', elements: ['attendance', 'directory'] },
    { ...omar, at: '2026-11-21T17:00:00Z', elements: ['directory', 'grades'] },
  ]
  expect(openingsByDay(disclosures, (moment) => moment.slice(0, 10))).toMatchObject([
    { day: '2026-11-22', openings: [{ elements: ['grades'], times: 1 }] },
    { day: '2026-11-21', openings: [{ elements: ['attendance', 'directory', 'grades'], times: 2 }] },
  ])
})

it('keeps two people of one organization apart', () => {
  const disclosures = [
    { ...omar, at: '2026-11-21T17:00:00Z', elements: ['grades'] },
    { ...omar, personName: 'Walt Jensen', at: '2026-11-21T18:00:00Z', elements: ['grades'] },
  ]
  expect(openingsByDay(disclosures, () => 'today')[0]?.openings).toHaveLength(2)
})
