/** What is known of a student that decides about a service. Null is not known, or not open to whoever asks. */
export type StudentFacts = {
  gradeLevel: string | null
  /** In years on the day asked about. */
  age: number | null
  schoolId: string | null
  /** Where the school is, in degrees. */
  place: Place | null
  /** Languages spoken at home, as codes. */
  languages: string[] | null
}
export type Place = { latitude: number; longitude: number }
export type ServiceFacts = {
  status: string
  takesReferrals: boolean
  isAccepting: boolean | null
  hasAgreement: boolean
  needDomains: string[]
  gradeLevels: string[] | null
  minAge: number | null
  maxAge: number | null
  schoolIds: string[]
  languages: string[]
  places: Place[]
  /** Null is not limited; below zero is as good as none. */
  openPlaces: number | null
  cost: string
  evidenceTier: number | null
  /** Days since somebody last said that the listing is right; null is never. */
  daysSinceConfirmed: number | null
}

export type Reason = { code: ReasonCode; value?: string | number }
export type ReasonCode =
  | 'closed'
  | 'no_referrals'
  | 'not_accepting'
  | 'no_agreement'
  | 'full'
  | 'other_need'
  | 'grade'
  | 'too_young'
  | 'too_old'
  | 'other_school'
  | 'fits_need'
  | 'fits_grade'
  | 'fits_age'
  | 'own_school'
  | 'speaks'
  | 'near'
  | 'places'
  | 'free'
  | 'evidence'
  | 'other_language'
  | 'far'
  | 'costs'
  | 'stale'
  | 'grade_unknown'
  | 'age_unknown'
  | 'language_unknown'

export type Fit = {
  /** `no` where a hard rule is broken, `unknown` where what would decide is not known. */
  verdict: 'fits' | 'unknown' | 'no'
  /** Why it fits, why it does not, and what is missing to decide: everything, not just the first. */
  reasons: Reason[]
  obstacles: Reason[]
  missing: Reason[]
  /** From 0 to 1: how well it suits beyond what is required. Of mutable and practical things only. */
  preference: number
}

const near = 3
const far = 15
const staleAfter = 180

/**
 * Whether a service can take a student for a need (a domain, or null for any), with every reason. Hard rules are apart from preferences;
 * a listing that is closed, full or without an agreement says so and is never silently dropped. Race, income and disability are no input.
 */
export function fitOf(student: StudentFacts, service: ServiceFacts, domain: string | null): Fit {
  const obstacles = [...standing(service), ...eligibility(student, service, domain)]
  const missing = unknowns(student, service)
  const distance = distanceOf(student, service)
  const { good, less } = preferences(student, service, distance)
  const isDecided = missing.every(({ code }) => code === 'language_unknown')
  return {
    verdict: obstacles.length > 0 ? 'no' : isDecided ? 'fits' : 'unknown',
    reasons: [...fitting(student, service, domain), ...good, ...less],
    obstacles,
    missing,
    preference: Math.min(1, Math.max(0, 0.5 + 0.1 * good.length - 0.15 * less.length)),
  }
}

const when = (holds: boolean, code: ReasonCode, value?: string | number): Reason[] =>
  holds ? [value === undefined ? { code } : { code, value }] : []

function standing(service: ServiceFacts): Reason[] {
  return [
    ...when(service.status !== 'active', 'closed', service.status),
    ...when(!service.takesReferrals, 'no_referrals'),
    ...when(service.isAccepting === false, 'not_accepting'),
    ...when(!service.hasAgreement, 'no_agreement'),
    ...when(service.openPlaces !== null && service.openPlaces <= 0, 'full'),
  ]
}

function eligibility(
  { gradeLevel, age, schoolId }: StudentFacts,
  service: ServiceFacts,
  domain: string | null,
): Reason[] {
  const { gradeLevels, minAge, maxAge, schoolIds } = service
  return [
    ...when(domain !== null && !service.needDomains.includes(domain), 'other_need'),
    ...when(
      gradeLevels !== null && gradeLevel !== null && !gradeLevels.includes(gradeLevel),
      'grade',
      gradeLevels?.join(' '),
    ),
    ...when(minAge !== null && age !== null && age < minAge, 'too_young', minAge ?? undefined),
    // A service up to 18 takes those who are 18.
    ...when(maxAge !== null && age !== null && age >= maxAge + 1, 'too_old', maxAge ?? undefined),
    ...when(schoolIds.length > 0 && (schoolId === null || !schoolIds.includes(schoolId)), 'other_school'),
  ]
}

function unknowns({ gradeLevel, age, languages }: StudentFacts, service: ServiceFacts): Reason[] {
  return [
    ...when(service.gradeLevels !== null && gradeLevel === null, 'grade_unknown'),
    ...when((service.minAge !== null || service.maxAge !== null) && age === null, 'age_unknown'),
    ...when(service.languages.length > 0 && languages === null, 'language_unknown', service.languages.join(' ')),
  ]
}

function fitting({ gradeLevel, age, schoolId }: StudentFacts, service: ServiceFacts, domain: string | null): Reason[] {
  const { gradeLevels, minAge, maxAge } = service
  const isOfAge = age !== null && (minAge === null || age >= minAge) && (maxAge === null || age < maxAge + 1)
  return [
    ...when(domain !== null && service.needDomains.includes(domain), 'fits_need', domain ?? undefined),
    ...when(gradeLevel !== null && (gradeLevels?.includes(gradeLevel) ?? false), 'fits_grade', gradeLevel ?? undefined),
    ...when(isOfAge && (minAge !== null || maxAge !== null), 'fits_age', age === null ? undefined : Math.floor(age)),
    ...when(schoolId !== null && service.schoolIds.includes(schoolId), 'own_school'),
    ...when(service.openPlaces !== null && service.openPlaces > 0, 'places', service.openPlaces ?? undefined),
  ]
}

function preferences({ languages }: StudentFacts, service: ServiceFacts, distance: number | null) {
  const spoken = languages?.find((language) => service.languages.includes(language))
  const isOther = languages !== null && service.languages.length > 0 && languages.length > 0 && spoken === undefined
  const { cost, evidenceTier, daysSinceConfirmed } = service
  return {
    good: [
      ...when(spoken !== undefined, 'speaks', spoken),
      ...when(distance !== null && distance <= near, 'near', distance ?? undefined),
      ...when(cost === 'free', 'free'),
      ...when(evidenceTier !== null && evidenceTier <= 3, 'evidence', evidenceTier ?? undefined),
    ],
    less: [
      ...when(isOther, 'other_language', service.languages.join(' ')),
      ...when(distance !== null && distance > far, 'far', distance ?? undefined),
      ...when(cost === 'fee' || cost === 'sliding', 'costs', cost),
      ...when(daysSinceConfirmed === null || daysSinceConfirmed > staleAfter, 'stale', daysSinceConfirmed ?? undefined),
    ],
  }
}

/** Kilometers in a straight line to the nearest place, rounded to a tenth; null where either end is not known. */
export function distanceOf(
  { place }: Pick<StudentFacts, 'place'>,
  { places }: Pick<ServiceFacts, 'places'>,
): number | null {
  if (place === null || places.length === 0) return null
  const kilometers = Math.min(...places.map((other) => between(place, other)))
  return Math.round(kilometers * 10) / 10
}

function between(one: Place, other: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [a, b] = [radians(one.latitude), radians(other.latitude)]
  const half = (x: number) => Math.sin(x / 2) ** 2
  const chord = half(a - b) + Math.cos(a) * Math.cos(b) * half(radians(one.longitude - other.longitude))
  return 2 * 6371 * Math.asin(Math.sqrt(chord))
}

/** The better fit first: what fits, then what may fit, then what does not; by preference, then by name. */
export function inRank<Candidate extends { fit: Fit; name: string }>(candidates: readonly Candidate[]): Candidate[] {
  const place = { fits: 0, unknown: 1, no: 2 }
  return candidates.toSorted(
    (a, b) =>
      place[a.fit.verdict] - place[b.fit.verdict] ||
      a.fit.obstacles.length - b.fit.obstacles.length ||
      b.fit.preference - a.fit.preference ||
      a.name.localeCompare(b.name),
  )
}
