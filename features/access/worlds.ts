import { chanceFrom, dayAfter, spanAround, termAround, todayIn, withdrawal, type Chance } from './chance.ts'
import { questionsOf, tokensOf } from './world-questions.ts'
import { rowsOfStudents } from './world-students.ts'
import { shareableElements } from './oracle-matrix.ts'
import type { Agreement, Class, Membership, Person, School, Student, World } from './world.ts'

const timeZones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Chicago', 'UTC']
const schoolRoles = [
  'principal',
  'counselor',
  'nurse',
  'social_worker',
  'coordinator',
  'coordinator',
  'teacher',
  'teacher',
]

/**
 * A random community of people, hats, families, agreements and whatever is written about its students, made of a seed: the days
 * fall on both sides of every boundary, and much of it is past, future, unsigned, unapproved or withdrawn.
 */
export function worldFrom(seed: number): World {
  const chance = chanceFrom(seed)
  const timeZone = chance.pick(timeZones)
  const today = todayIn(timeZone)
  const base = { seed, communityId: chance.id(), timeZone, today }
  const district = chance.times(2, () => ({ id: chance.id() }))
  const school: School[] = chance.times(4, (i) => ({ id: chance.id(), district_id: district[i < 3 ? 0 : 1]!.id }))
  const person: Person[] = chance.times(16, (i) => ({
    id: chance.id(),
    given_name: `P${i}`,
    family_name: `World ${seed}`,
  }))
  const organization = chance.times(2, () => ({ id: chance.id() }))
  const service = organization.flatMap((o) => chance.times(2, () => serviceOf(chance, o.id)))
  const part = { ...base, district, school, person, organization, service }
  const student = chance.times(6, (i) => studentOf(chance, part, i))
  const classes = school.flatMap((s) => chance.times(2, () => classOf(chance, today, s.id)))
  const membership = membershipsOf(chance, part)
  const class_teacher = teachersOf(chance, today, membership, classes)
  const agreements = agreementsOf(chance, part)
  const whole = {
    ...part,
    student,
    class: classes,
    class_teacher,
    membership,
    ...agreements,
    merges: [],
    correction_request: [],
    record_statement: [],
    tokens: [],
    rows: {} as World['rows'],
  }
  whole.rows = rowsOfStudents(chance, whole)
  return { ...whole, ...questionsOf(chance, whole), tokens: tokensOf(chance, whole) }
}
type Part = Pick<World, 'seed' | 'today' | 'district' | 'school' | 'person' | 'organization' | 'service'>

const serviceOf = (chance: Chance, organization_id: string) => ({
  id: chance.id(),
  organization_id,
  status: chance.is(0.85) ? 'active' : 'inactive',
})

const studentOf = (chance: Chance, part: Part, i: number): Student => ({
  id: chance.id(),
  district_id: part.district[chance.is(0.85) ? 0 : 1]!.id,
  person_id: chance.is(0.5) ? part.person[10 + i]!.id : null,
  given_name: `S${i}`,
  family_name: `World ${part.seed}`,
  withdrawn_at: withdrawal(chance),
})

const classOf = (chance: Chance, today: string, school_id: string): Class => {
  const span = spanAround(chance, today)
  return {
    id: chance.id(),
    school_id,
    starts_on: chance.is(0.4) ? null : span.from_on,
    ends_on: chance.is(0.5) ? null : span.until_on,
    withdrawn_at: withdrawal(chance),
  }
}

const teachersOf = (chance: Chance, today: string, memberships: Membership[], classes: Class[]) =>
  memberships
    .filter((m) => m.role === 'teacher')
    .flatMap((m) =>
      chance.some(classes, 0.3).map((c) => {
        const span = spanAround(chance, today)
        const begin_on = chance.is(0.5) ? null : span.from_on
        return {
          id: chance.id(),
          class_id: c.id,
          person_id: m.person_id,
          begin_on,
          end_on: span.until_on,
          external_id: chance.id(),
          withdrawn_at: withdrawal(chance),
        }
      }),
    )

function membershipsOf(chance: Chance, { today, district, school, person, organization }: Part): Membership[] {
  const workers = person.slice(0, 9)
  const make = (role: string, place: Partial<Membership>): Membership => ({
    id: chance.id(),
    person_id: chance.pick(workers).id,
    role,
    district_id: null,
    school_id: null,
    organization_id: null,
    ...spanAround(chance, today),
    approved_at: chance.is(0.9) ? '2020-01-01T00:00:00Z' : null,
    withdrawn_at: withdrawal(chance),
    ...place,
  })
  const somewhere = () => (chance.is(0.7) ? school[0]! : chance.pick(school)).id
  return [
    ...district.map((d) => make('data_steward', { district_id: d.id })),
    ...schoolRoles.map((role) =>
      make(role, { school_id: somewhere(), district_id: chance.is(0.2) ? district[0]!.id : null }),
    ),
    ...organization.map((o) => make('coordinator', { school_id: somewhere(), organization_id: o.id })),
    ...organization.flatMap((o) => chance.times(2, () => make('partner_worker', { organization_id: o.id }))),
    make('backbone', { district_id: chance.is(0.5) ? district[0]!.id : null }),
    make('network_analyst', {}),
  ]
}

const bases = ['consent', 'consent', 'consent', 'school_official', 'school_official', 'directory_information'] as const

function agreementsOf(chance: Chance, { today, district, organization, person }: Part) {
  const agreement: (Agreement & Record<string, unknown>)[] = organization.flatMap((o, i) =>
    chance.times(1 + chance.below(3), (n) => ({
      id: chance.id(),
      organization_id: o.id,
      district_id: district[chance.is(0.8) ? 0 : 1]!.id,
      basis: chance.pick(bases),
      ...termAround(chance, today),
      terminated_on: chance.is(0.12) ? dayAfter(today, chance.pick([-1, 0, 1])) : null,
      number: `${i}-${n}`,
      title: 'Agreement',
      purpose: 'tutoring',
      created_by: person[0]!.id,
    })),
  )
  const signedBy = () =>
    chance.pick([
      ['school', 'partner'],
      ['school', 'partner'],
      ['school', 'partner'],
      ['school', 'partner'],
      ['school'],
      ['partner'],
      [],
    ])
  return {
    agreement,
    agreement_element: agreement.flatMap((a) =>
      chance.some(shareableElements, chance.pick([0.4, 0.9])).map((element) => ({ agreement_id: a.id, element })),
    ),
    agreement_signature: agreement.flatMap((a) =>
      signedBy().map((side) => ({ agreement_id: a.id, side, person_id: person[0]!.id, signed_name: 'A. Name' })),
    ),
  }
}
