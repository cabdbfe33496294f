import type { NewService } from '../partners/services/contract.ts'
import type { OrganizationKey } from './places.ts'

const after = (days: string, startsAt: string, endsAt: string) => [
  { rrule: `FREQ=WEEKLY;BYDAY=${days}`, startsAt, endsAt, validFrom: null, validTo: null, description: '' },
]
const center = {
  name: 'River Youth Center',
  address1: '12 Mill Street',
  city: 'Riverbend',
  region: 'IL',
  postalCode: '61000',
  latitude: 41.5142,
  longitude: -90.5771,
}

type Offer = { by: OrganizationKey; service: NewService }

/** What the partners of Riverbend offer. */
export const offers: Offer[] = [
  {
    by: 'riverYouthCenter',
    service: {
      name: 'After-school tutoring',
      needDomains: ['academic'],
      description: 'Homework and mathematics in small groups.',
      gradeLevels: ['06', '07', '08', '09', '10', '11', '12'],
      languages: ['en', 'es'],
      capacity: 24,
      isInSchoolTime: false,
      isAccepting: true,
      cost: 'free',
      phone: '555-0142',
      application: 'Ask the school to refer your child, or come by on a Tuesday.',
      evidenceTier: 3,
      evidenceCitation: 'Dietrichson et al. 2017, Review of Educational Research 87(2): tutoring in small groups',
      schedules: after('TU,TH', '15:30', '17:00'),
      locations: [center],
    },
  },
  {
    by: 'riverYouthCenter',
    service: {
      name: 'Bike workshop',
      needDomains: ['enrichment', 'social_emotional'],
      description: 'Students repair bikes with grown-ups who know how.',
      gradeLevels: ['06', '07', '08'],
      languages: ['en', 'es'],
      capacity: 12,
      isInSchoolTime: false,
      cost: 'free',
      phone: '555-0142',
      documents: ['A permission slip signed by a parent or guardian'],
      schedules: after('WE', '15:30', '17:30'),
      locations: [
        { ...center, name: 'Workshop behind the River Youth Center', latitude: 41.5139, longitude: -90.5764 },
      ],
    },
  },
  {
    by: 'northsideMentors',
    service: {
      name: 'One-to-one mentoring',
      needDomains: ['social_emotional'],
      description: 'An hour a week with the same grown-up, for at least a school year.',
      eligibility: 'Grades 4 to 12',
      gradeLevels: ['04', '05', '06', '07', '08', '09', '10', '11', '12'],
      capacity: 10,
      isInSchoolTime: false,
      cost: 'free',
      phone: '555-0177',
      schedules: [
        { rrule: null, startsAt: null, endsAt: null, validFrom: null, validTo: null, description: 'Once a week' },
      ],
    },
  },
]
