import { dayAfter, spanAround, termAround, withdrawal, yearsAfter, type Chance } from './chance.ts'
import { shareableElements } from './oracle-matrix.ts'
import { factsOf, writingsOf } from './world-rows.ts'
import type { Student, StudentRow, World } from './world.ts'

/** Everything that the tables hold about the students of the world. */
export function rowsOfStudents(chance: Chance, world: World): World['rows'] {
  const parts = world.student.map((student) => rowsOfStudent(chance, world, student))
  const tables = Object.keys(parts[0]!) as (keyof World['rows'])[]
  return Object.fromEntries(tables.map((table) => [table, parts.flatMap((part) => part[table])])) as World['rows']
}

function rowsOfStudent(chance: Chance, world: World, student: Student): World['rows'] {
  const about = { student_id: student.id }
  const guardianship = guardianshipsOf(chance, world, about)
  const asked = askedOf(chance, world, about)
  const living = livingTogether(chance, world, about, guardianship)
  return {
    ...factsOf(chance, world, student),
    ...writingsOf(chance, world, { student, guardians: guardianship, members: living.household_member }),
    ...living,
    student_identifier: [
      { ...about, id: chance.id(), district_id: student.district_id, kind: 'source', value: student.id },
    ],
    student_demographics: chance.is(0.95)
      ? [{ ...about, birth_date: birthOf(chance, world.today), withdrawn_at: withdrawal(chance) }]
      : [],
    student_program: chance.times(chance.pick([0, 0, 1, 2]), (nth) => ({
      ...about,
      id: chance.id(),
      program: 'english_learner',
      title: `Program ${nth}`,
      begin_on: world.today,
      withdrawn_at: withdrawal(chance),
    })),
    enrollment: enrollmentsOf(chance, world, student),
    class_enrollment: classEnrollmentsOf(chance, world, about),
    guardianship,
    student_contact: guardianship.map((g) => ({
      ...about,
      id: chance.id(),
      person_id: g.person_id!,
      name: 'A name',
      withdrawn_at: withdrawal(chance),
    })),
    contact_restriction: guardianship
      .filter(() => chance.is(0.15))
      .map((g) => ({
        ...about,
        id: chance.id(),
        person_id: g.person_id!,
        kind: chance.pick(['imported', 'no_contact', 'court_order', 'confidential_address', 'confidential_address']),
        ...spanAround(chance, world.today),
        withdrawn_at: withdrawal(chance),
      })),
    student_address: guardianship
      .filter(() => chance.is(0.7))
      .map((g) => ({
        ...about,
        id: chance.id(),
        person_id: g.person_id!,
        address: 'A street',
        written_by: world.person[0]!.id,
      })),
    consent: consentsOf(chance, world, student, guardianship),
    directory_opt_out: chance.some(guardianship, 0.25).map((g) => ({
      ...about,
      id: chance.id(),
      giver_id: g.person_id!,
      giver_kind: 'guardian',
      withdrawn_at: chance.is(0.3) ? '2020-01-01T00:00:00Z' : null,
    })),
    ...asked,
  }
}

/** Half of all students live in one of two households; guardians, other adults and small children live with some. */
function livingTogether(chance: Chance, world: World, about: { student_id: string }, guardians: StudentRow[]) {
  const written_by = world.person[0]!.id
  const homes = [world.communityId, world.district[0]!.id]
  const member = (more: object): StudentRow => ({ ...about, id: chance.id(), kind: 'adult', written_by, ...more })
  return {
    household_student: chance.is(0.5) ? [{ ...about, household_id: chance.pick(homes), written_by }] : [],
    household_member: [
      ...chance.some(guardians, 0.6).map((g) => member({ person_id: g.person_id!, name: 'Guardian' })),
      ...chance.some(['adult', 'child'], 0.4).map((kind) => member({ kind, name: 'Somebody' })),
    ],
  }
}

const birthOf = (chance: Chance, today: string) =>
  chance.pick([
    ...[-1, 0, 1].map((days) => dayAfter(yearsAfter(today, -18), days)),
    ...[8, 10, 12, 14, 16, 17].map((age) => dayAfter(yearsAfter(today, -age), -50)),
    '2008-02-29',
    '2012-02-29',
    null,
  ])

function enrollmentsOf(chance: Chance, world: World, student: Student): StudentRow[] {
  const schools = world.school.filter((s) => s.district_id === student.district_id)
  const rows = chance.times(chance.pick([0, 1, 1, 1, 2, 2, 3]), () => {
    const span = spanAround(chance, world.today)
    return {
      student_id: student.id,
      id: chance.id(),
      school_id: (chance.is(0.6) ? schools[0]! : chance.pick(schools)).id,
      entry_on: span.from_on,
      exit_on: span.until_on,
      is_primary: chance.is(0.8),
      withdrawn_at: withdrawal(chance),
    }
  })
  const seen = new Set<string>()
  return rows.filter((r) => seen.size < seen.add(r.school_id + r.entry_on).size)
}

const classEnrollmentsOf = (chance: Chance, world: World, about: { student_id: string }): StudentRow[] =>
  chance.some(world.class, 0.35).map((c) => {
    const span = spanAround(chance, world.today)
    return {
      ...about,
      id: chance.id(),
      class_id: c.id,
      school_id: c.school_id,
      external_id: chance.id(),
      begin_on: chance.is(0.5) ? null : span.from_on,
      end_on: chance.is(0.5) ? null : span.until_on,
      withdrawn_at: withdrawal(chance),
    }
  })

const guardianshipsOf = (chance: Chance, world: World, about: { student_id: string }): StudentRow[] =>
  chance.some(world.person.slice(6, 12), 0.35).map((p) => ({
    ...about,
    id: chance.id(),
    person_id: p.id,
    ...spanAround(chance, world.today),
    approved_at: chance.is(0.9) ? '2020-01-01T00:00:00Z' : null,
    withdrawn_at: withdrawal(chance),
  }))

function consentsOf(chance: Chance, world: World, student: Student, guardians: StudentRow[]): StudentRow[] {
  const givers = guardians.map((g) => ({ giver_id: g.person_id!, giver_kind: 'guardian' }))
  if (student.person_id) givers.push({ giver_id: student.person_id, giver_kind: 'student' })
  return world.organization.flatMap((o) =>
    chance.some([...givers, ...givers], 0.5).map((giver) => ({
      student_id: student.id,
      id: chance.id(),
      organization_id: o.id,
      ...giver,
      elements: ['directory', ...chance.some(shareableElements, 0.6)],
      purpose: 'tutoring',
      ...termAround(chance, world.today),
      signed_name: 'A. Name',
      withdrawn_at: chance.is(0.15) ? '2020-01-01T00:00:00Z' : null,
    })),
  )
}

const states = [
  'draft',
  'entered_in_error',
  'awaiting_consent',
  'sent',
  'sent',
  'accepted',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'waitlisted',
  'started',
  'completed',
  'ended_early',
]
const stages = ['applied', 'waitlisted', 'enrolled', 'active', 'active', 'completed', 'withdrawn', 'denied']

function askedOf(chance: Chance, world: World, about: { student_id: string }) {
  const chosen = chance.times(chance.below(4), () => chance.pick(world.service))
  const author = () => chance.pick(world.person).id
  const referral: StudentRow[] = chosen.map((s) => {
    const state = chance.pick(states)
    const decline_reason = state === 'declined' ? 'no_capacity' : null
    return {
      ...about,
      id: chance.id(),
      organization_id: s.organization_id,
      service_id: s.id,
      school_id: world.school[0]!.id,
      author_id: author(),
      request: 'Please help',
      state,
      decline_reason,
    }
  })
  const referral_event: StudentRow[] = referral.flatMap((r) =>
    chance.times(1 + chance.below(2), () => ({
      ...about,
      id: chance.id(),
      referral_id: r.id,
      organization_id: r.organization_id!,
      person_id: author(),
      author_kind: chance.pick(['staff', 'guardian', 'guardian', 'student', 'partner']),
      state: chance.pick(states),
    })),
  )
  const referral_word: StudentRow[] = chance.some(referral, 0.6).map((r) => ({
    ...about,
    id: chance.id(),
    referral_id: r.id,
    author_id: author(),
    author_kind: chance.pick(['guardian', 'guardian', 'student']),
    got_help: chance.pick(['yes', 'partly', 'no']),
  }))
  const participation: StudentRow[] = chance.some(world.service, 0.3).map((s) => ({
    ...about,
    id: chance.id(),
    organization_id: s.organization_id,
    service_id: s.id,
    stage: chance.pick(stages),
    ...spanAround(chance, world.today),
  }))
  const referral_message: StudentRow[] = chance.some(referral, 0.5).map((r) => ({
    ...about,
    id: chance.id(),
    referral_id: r.id,
    organization_id: r.organization_id!,
    author_id: author(),
    author_kind: chance.pick(['staff', 'partner']),
    is_for_family: chance.is(0.4),
    is_in_error: chance.is(0.2),
    body: 'Said',
  }))
  const service_log: StudentRow[] = chance.some(participation, 0.7).map((p) => ({
    ...about,
    id: chance.id(),
    organization_id: p.organization_id!,
    service_id: p.service_id,
    participation_id: p.id,
    on_date: world.today,
    attendance: 'present',
    minutes: 30,
    is_in_school_time: false,
    key: chance.id(),
    logged_by: author(),
  }))
  return { referral, referral_event, referral_word, referral_message, participation, service_log }
}
