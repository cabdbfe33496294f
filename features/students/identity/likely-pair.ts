import { likenessOf, plainName } from './plain-name.ts'

/** What is compared of a record. Race, income, language and disability never are. */
export type Comparable = {
  givenName: string
  middleName: string
  familyName: string
  birthDate: string | null
  schools: readonly string[]
  guardians: readonly string[]
  phones: readonly string[]
  emails: readonly string[]
}

export type Evidence =
  | 'sameName'
  | 'shortForm'
  | 'namesSwapped'
  | 'slipInName'
  | 'sameBirthDate'
  | 'dayAndMonthSwapped'
  | 'nearBirthDate'
  | 'otherBirthDate'
  | 'sameSchool'
  | 'sameGuardian'
  | 'samePhone'
  | 'sameEmail'
  | 'maybeTwins'

export type Likeness = { standing: 'likely' | 'possible' | 'unlikely'; evidence: Evidence[] }

const share = (one: readonly string[], other: readonly string[]) =>
  one.some((value) => value !== '' && other.includes(value))

/** 2012-03-04 and 2012-04-03: month and day changed places. */
const isSwapped = (one: string, other: string) =>
  one.slice(0, 4) === other.slice(0, 4) && one.slice(5, 7) === other.slice(8) && one.slice(8) === other.slice(5, 7)

/** Only the year, the month or the day is another one, as after a slip of whoever wrote it. */
const isNear = (one: string, other: string) => {
  const parts = other.split('-')
  return one.split('-').filter((part, i) => part !== parts[i]).length === 1
}

function nameEvidence(one: Comparable, other: Comparable): { points: number; evidence: Evidence[] } {
  const given = likenessOf(one.givenName, other.givenName)
  const family = likenessOf(one.familyName, other.familyName)
  const isCrossed =
    plainName(one.givenName) === plainName(other.familyName) && plainName(one.familyName) === plainName(other.givenName)
  if (given === 'same' && family === 'same') return { points: 4, evidence: ['sameName'] }
  if (isCrossed) return { points: 3, evidence: ['namesSwapped'] }
  if (given === 'different' || family === 'different') return { points: 0, evidence: [] }
  const kinds = [given, family]
  const slips = kinds.filter((kind) => kind === 'slip').length
  return {
    points: slips === 2 ? 2 : 3,
    evidence: [
      ...(kinds.includes('shortForm') ? ['shortForm' as const] : []),
      ...(slips ? ['slipInName' as const] : []),
    ],
  }
}

function birthEvidence({ birthDate: one }: Comparable, { birthDate: other }: Comparable) {
  if (one === null || other === null) return { points: 0, evidence: [] as Evidence[] }
  if (one === other) return { points: 3, evidence: ['sameBirthDate'] as Evidence[] }
  if (isSwapped(one, other)) return { points: 2, evidence: ['dayAndMonthSwapped'] as Evidence[] }
  if (isNear(one, other)) return { points: -2, evidence: ['nearBirthDate'] as Evidence[] }
  // Brothers and sisters share guardians, telephones and sometimes a name: with another birth date they are two.
  return { points: -6, evidence: ['otherBirthDate'] as Evidence[] }
}

/**
 * Whether two records may be one person, with what speaks for and against it. A likely pair needs a name that is alike and more
 * than one thing beside it; children with one birth date, one family name and two given names may be twins, and are never likely.
 */
export function likelyPair(one: Comparable, other: Comparable): Likeness {
  const names = nameEvidence(one, other)
  const birth = birthEvidence(one, other)
  const beside = [
    share(one.schools, other.schools) && ('sameSchool' as const),
    share(one.guardians.map(plainName), other.guardians.map(plainName)) && ('sameGuardian' as const),
    share(one.phones, other.phones) && ('samePhone' as const),
    share(one.emails, other.emails) && ('sameEmail' as const),
  ].filter((found) => found !== false)
  const evidence: Evidence[] = [...names.evidence, ...birth.evidence, ...beside]
  const isSameFamily = likenessOf(one.familyName, other.familyName) !== 'different'
  if (names.points === 0)
    return birth.points === 3 && isSameFamily
      ? { standing: 'unlikely', evidence: ['maybeTwins', ...evidence] }
      : { standing: 'unlikely', evidence }
  // Luis and Luisa, born on one day, are as likely two children as one letter too many.
  const mayBeTwins = birth.points === 3 && likenessOf(one.givenName, other.givenName) === 'slip'
  if (mayBeTwins) return { standing: 'possible', evidence: ['maybeTwins', ...evidence] }
  const points = names.points + birth.points + beside.length
  return { standing: points >= 6 ? 'likely' : points >= 4 ? 'possible' : 'unlikely', evidence }
}
