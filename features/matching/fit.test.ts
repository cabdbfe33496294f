import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceOf, fitOf, inRank, type ServiceFacts, type StudentFacts } from './fit.ts'

const amara: StudentFacts = {
  gradeLevel: '07',
  age: 12.5,
  schoolId: 'lincoln',
  place: { latitude: 39.76, longitude: -84.19 },
  languages: ['es'],
}
const tutoring: ServiceFacts = {
  status: 'active',
  takesReferrals: true,
  isAccepting: null,
  hasAgreement: true,
  needDomains: ['academic'],
  gradeLevels: ['06', '07', '08'],
  minAge: null,
  maxAge: null,
  schoolIds: [],
  languages: ['es', 'en'],
  places: [{ latitude: 39.7654, longitude: -84.1962 }],
  openPlaces: 3,
  cost: 'free',
  evidenceTier: null,
  daysSinceConfirmed: 20,
}
const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code)

describe('a service for one student', () => {
  it('says why it fits: the need, the grade, the places, the language, how far, what it costs', () => {
    const fit = fitOf(amara, tutoring, 'academic')
    expect(fit.verdict).toBe('fits')
    expect(fit.reasons).toEqual([
      { code: 'fits_need', value: 'academic' },
      { code: 'fits_grade', value: '07' },
      { code: 'places', value: 3 },
      { code: 'speaks', value: 'es' },
      { code: 'near', value: 0.8 },
      { code: 'free' },
    ])
  })

  it.each([
    ['starts at 15', { minAge: 15 }, 'too_young'],
    ['ends at 11', { maxAge: 11 }, 'too_old'],
    ['is for other grades', { gradeLevels: ['09', '10'] }, 'grade'],
    ['is for another school', { schoolIds: ['roosevelt'] }, 'other_school'],
    ['meets another need', { needDomains: ['health'] }, 'other_need'],
    ['is full', { openPlaces: 0 }, 'full'],
    ['is no more', { status: 'defunct' }, 'closed'],
    ['is there, but not to be referred to', { takesReferrals: false }, 'no_referrals'],
    ['takes nobody new', { isAccepting: false }, 'not_accepting'],
    ['has no agreement', { hasAgreement: false }, 'no_agreement'],
  ] as [string, Partial<ServiceFacts>, string][])('does not fit when it %s, and says so', (_, change, code) => {
    const fit = fitOf(amara, { ...tutoring, ...change }, 'academic')
    expect(fit.verdict).toBe('no')
    expect(codes(fit.obstacles)).toEqual([code])
  })

  it('takes a student until the day before the birthday after the last age', () => {
    const upTo12 = { ...tutoring, maxAge: 12 }
    expect(fitOf({ ...amara, age: 12.99 }, upTo12, null).verdict).toBe('fits')
    expect(fitOf({ ...amara, age: 13 }, upTo12, null).verdict).toBe('no')
  })

  it('names what is missing to decide, and does not guess', () => {
    const fit = fitOf({ ...amara, age: null, languages: null }, { ...tutoring, minAge: 10 }, null)
    expect(fit.verdict).toBe('unknown')
    expect(codes(fit.missing)).toEqual(['age_unknown', 'language_unknown'])
    expect(fitOf({ ...amara, languages: null }, tutoring, null).verdict).toBe('fits')
  })

  it('another language, distance and money make it less suited, never impossible', () => {
    const away = { ...tutoring, languages: ['en'], cost: 'fee', places: [{ latitude: 41, longitude: -84 }] }
    const fit = fitOf(amara, away, 'academic')
    expect(fit.verdict).toBe('fits')
    expect(codes(fit.reasons)).toEqual(expect.arrayContaining(['other_language', 'far', 'costs']))
    expect(fit.preference).toBeLessThan(fitOf(amara, tutoring, 'academic').preference)
  })
})

it('of all candidates none is lost, and none that does not fit stands before one that does', () => {
  const services = fc.record({
    minAge: fc.option(fc.integer({ min: 5, max: 18 })),
    openPlaces: fc.option(fc.integer({ min: -1, max: 3 })),
    cost: fc.constantFrom('free', 'fee', 'unknown'),
    needDomains: fc.constantFrom('academic', 'health').map((domain) => [domain]),
  })
  fc.assert(
    fc.property(fc.array(services), fc.option(fc.integer({ min: 5, max: 19 })), (drawn, age) => {
      const candidates = drawn.map((one, at) => ({
        name: `${at}`,
        fit: fitOf({ ...amara, age }, { ...tutoring, ...one }, 'academic'),
      }))
      const ranked = inRank(candidates)
      expect(ranked.map(({ name }) => name).toSorted()).toEqual(candidates.map(({ name }) => name).toSorted())
      const verdicts = ranked.map(({ fit }) => ['fits', 'unknown', 'no'].indexOf(fit.verdict))
      expect(verdicts).toEqual(verdicts.toSorted())
      for (const { fit } of candidates) expect(fit.verdict === 'no').toBe(fit.obstacles.length > 0)
    }),
  )
})

it('a distance is that of the nearest place, and not known without one', () => {
  const dayton = { latitude: 39.7589, longitude: -84.1916 }
  const columbus = { latitude: 39.9612, longitude: -82.9988 }
  expect(distanceOf({ place: dayton }, { places: [columbus] })).toBeCloseTo(104, -1)
  expect(distanceOf({ place: dayton }, { places: [columbus, dayton] })).toBe(0)
  expect(distanceOf({ place: null }, { places: [columbus] })).toBeNull()
})
