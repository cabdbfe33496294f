import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likelyPair, type Comparable } from './likely-pair.ts'
import { isOneSlip, likenessOf, plainName } from './plain-name.ts'

const nobody = { middleName: '', birthDate: null, schools: [], guardians: [], phones: [], emails: [] }
const who = (givenName: string, familyName: string, more: Partial<Comparable> = {}): Comparable => ({
  ...nobody,
  givenName,
  familyName,
  ...more,
})
const born = { birthDate: '2012-03-04' }

test('accents, case, hyphens and apostrophes make no other name', () => {
  expect(plainName('O’Néill-Peña')).toBe('oneillpena')
  expect(likenessOf('JOSÉ', 'José')).toBe('same')
})

test('a short form, one wrong letter or two letters that changed places are alike; a short name is not guessed at', () => {
  expect(likenessOf('Guadalupe', 'Lupe')).toBe('shortForm')
  expect([isOneSlip('torres', 'torrez'), isOneSlip('torres', 'torers'), isOneSlip('torres', 'tores')]).toEqual([
    true,
    true,
    true,
  ])
  expect([isOneSlip('li', 'le'), isOneSlip('torres', 'flores')]).toEqual([false, false])
})

test('one name and one birth date are a likely pair, with the evidence for it', () => {
  const one = who('Amara', 'Okafor', { ...born, schools: ['Lincoln'] })
  expect(likelyPair(one, who('AMARA', 'Okafor', { ...born, schools: ['Lincoln'] }))).toEqual({
    standing: 'likely',
    evidence: ['sameName', 'sameBirthDate', 'sameSchool'],
  })
})

test('names that changed places and a birth date whose day and month did are still found', () => {
  expect(likelyPair(who('Kim', 'Park', born), who('Park', 'Kim', born)).standing).toBe('likely')
  const swapped = likelyPair(who('Ana', 'Ruiz', born), who('Ana', 'Ruiz', { birthDate: '2012-04-03' }))
  expect(swapped).toEqual({ standing: 'likely', evidence: ['sameName', 'dayAndMonthSwapped'] })
})

test('twins are not proposed as one: the same day, family, school and guardian, and another given name', () => {
  const about = { ...born, schools: ['Grant'], guardians: ['Mara Diaz'], phones: ['5550100'] }
  const twins = likelyPair(who('Luz', 'Diaz', about), who('Sol', 'Diaz', about))
  expect(twins.standing).toBe('unlikely')
  expect(twins.evidence).toContain('maybeTwins')
  const oneLetter = likelyPair(who('Luis', 'Diaz', about), who('Luisa', 'Diaz', about))
  expect(oneLetter).toMatchObject({ standing: 'possible', evidence: expect.arrayContaining(['maybeTwins']) })
})

test('a common name with another birth date is not likely, whatever school it is', () => {
  const one = who('Maria', 'Garcia', { ...born, schools: ['Lincoln'] })
  expect(likelyPair(one, who('Maria', 'Garcia', { birthDate: '2013-11-20', schools: ['Lincoln'] })).standing).toBe(
    'unlikely',
  )
})

test('one name, one home and two birth dates are two children; a slip in the date is worth a look', () => {
  const home = { guardians: ['Paige Quinn'], phones: ['5550124'], emails: ['paige@family.example'] }
  const one = who('Willa', 'Quinn', { ...home, ...born })
  expect(likelyPair(one, who('Willa', 'Quinn', { ...home, birthDate: '2021-01-21' })).standing).toBe('unlikely')
  expect(likelyPair(one, who('Willa', 'Quinn', { ...home, birthDate: '2012-03-14' }))).toMatchObject({
    standing: 'possible',
    evidence: expect.arrayContaining(['nearBirthDate']),
  })
})

test('whichever record comes first, the answer is the same, and other given names are never likely', () => {
  const name = fc.constantFrom('Luz', 'Sol', 'Lupe', 'Guadalupe', 'Torres', 'Torrez', 'Diaz', 'Íñigo')
  const day = fc.constantFrom(null, '2012-03-04', '2012-04-03', '2012-03-05', '2010-01-01')
  const some = fc.subarray(['Lincoln', 'Grant'])
  const record = fc.record({
    givenName: name,
    familyName: name,
    middleName: fc.constant(''),
    birthDate: day,
    schools: some,
    guardians: some,
    phones: some,
    emails: some,
  })
  fc.assert(
    fc.property(record, record, (one, other) => {
      expect(likelyPair(one, other)).toEqual(likelyPair(other, one))
      const isOther = likenessOf(one.givenName, other.givenName) === 'different'
      const isCrossed = plainName(one.givenName) === plainName(other.familyName)
      if (isOther && !isCrossed) expect(likelyPair(one, other).standing).toBe('unlikely')
    }),
  )
})
