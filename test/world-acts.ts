import type { Chance } from '#features/access/chance.ts'
import { shareableElements } from '#features/access/oracle-matrix.ts'
import { hatsOf, isWorn, mayOpen, mayWrite, outcomeOfReferring } from '#features/access/oracle.ts'
import type { Hat, StudentRow, StudentTable, World } from '#features/access/world.ts'
import { mayStep, openStates, statesWithOutcome, type State } from '#features/referrals/states.ts'
import { sql, type Opening, type Statement } from '#platform/database.ts'
import type { TestDatabase } from './database.ts'
import { protecting } from './world-protection.ts'
import { asking } from './world-corrections.ts'
import { livingTogether, needing } from './world-needs.ts'
import { fingerprint, reload, reloadQuestions, sessionOf } from './world-store.ts'

/** One thing that somebody tries to write: the statement, and what should become of it. */
export type Attempt = {
  what: string
  statement: Statement
  opening?: Opening
  may: boolean
  /** What is wrong with the rows after it was allowed; nothing if they are as they should be. */
  check?: (world: World) => boolean
}

const written: StudentTable[] = ['note', 'restricted_note', 'need', 'strength', 'student_voice']
const writable = ['notes', 'restricted_notes', 'needs', 'strengths', 'voice']
const movable = [
  'withdrawn',
  'withdrawn',
  'waitlisted',
  'started',
  'completed',
  'ended_early',
  'entered_in_error',
] as const
const everyone = (world: World) => ({ elements: shareableElements, students: world.student.map((s) => s.id) })

const writing = (world: World, hat: Hat, chance: Chance): Attempt => {
  const student = chance.pick(world.student)
  const i = chance.below(writable.length)
  const element = writable[i]!
  const kind =
    hat.kind === 'membership'
      ? hat.role === 'partner_worker'
        ? 'partner'
        : 'staff'
      : hat.kind === 'self'
        ? 'student'
        : 'guardian'
  return {
    what: `writes ${element} of ${student.given_name}`,
    statement: sql`select act.write(${element}, ${student.id}, ${'Said today'}, ${'safety'})`,
    opening: { elements: [element], students: [student.id] },
    may: !student.withdrawn_at && mayWrite(world, hat, student, element, everyone(world)),
    check: ({ rows }) =>
      rows[written[i]! as 'note'].some(
        (r) =>
          r.body === 'Said today' &&
          r.student_id === student.id &&
          r.author_id === hat.personId &&
          r.author_kind === kind,
      ),
  }
}

const referring = (world: World, hat: Hat, chance: Chance): Attempt => {
  const student = chance.pick(world.student)
  const service = chance.pick(world.service)
  const isOpen = world.rows.referral.some(
    (r) => r.student_id === student.id && r.service_id === service.id && openStates.includes(r.state as State),
  )
  const outcome = outcomeOfReferring(world, hat, student, service.organization_id)
  return {
    what: `refers ${student.given_name} to service ${service.id}`,
    statement: sql`select act.refer(${student.id}, ${service.id}, ${'Asked today'})`,
    opening: { elements: ['referrals'], students: [student.id] },
    may: outcome !== 'refused' && !isOpen && service.status === 'active',
    check: ({ rows }) =>
      rows.referral.some((r) => r.request === 'Asked today' && r.student_id === student.id && r.state === outcome),
  }
}

const mayTouch = (world: World, hat: Hat, referral: StudentRow) => {
  const student = world.student.find((s) => s.id === referral.student_id)!
  if (hat.role !== 'partner_worker') return mayWrite(world, hat, student, 'referrals', everyone(world))
  return referral.organization_id === hat.organizationId && mayOpen(world, hat, student, 'referrals')
}
const stateOf = (world: World, id: string) => world.rows.referral.find((r) => r.id === id)!.state

const answering = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const referral = chance.pick(world.rows.referral)
  if (!referral) return undefined
  const accept = chance.is(0.5)
  return {
    what: `${accept ? 'accepts' : 'declines'} referral ${referral.id}`,
    statement: sql`select act.answer_referral(${referral.id}, ${accept}, ${accept ? null : 'no_capacity'})`,
    opening: { elements: ['referrals'], referrals: [referral.id!] },
    may: hat.role === 'partner_worker' && referral.state === 'sent' && mayTouch(world, hat, referral),
    check: (after) => stateOf(after, referral.id!) === (accept ? 'accepted' : 'declined'),
  }
}

const ending = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const referral = chance.pick(world.rows.referral)
  if (!referral) return undefined
  const state = chance.pick(movable)
  const side = hat.kind !== 'membership' ? 'family' : hat.role === 'partner_worker' ? 'partner' : 'school'
  const isPossible = mayStep(referral.state as State, state, side)
  return {
    what: `moves referral ${referral.id} to ${state}`,
    statement: sql`select act.move_referral(${referral.id}, ${state}, ${'Because'})`,
    opening: { elements: ['referrals'], referrals: [referral.id!] },
    may: isPossible && mayTouch(world, hat, referral),
    check: (after) => stateOf(after, referral.id!) === state,
  }
}

const saying = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const referral = chance.pick(world.rows.referral)
  if (!referral) return undefined
  const hasBegun = statesWithOutcome.includes(referral.state as State)
  return {
    what: `says whether referral ${referral.id} helped`,
    statement: sql`select act.say_outcome(${referral.id}, ${'partly'}, ${'Said today'})`,
    opening: { elements: ['referrals'], referrals: [referral.id!] },
    may: hat.kind !== 'membership' && hasBegun && mayTouch(world, hat, referral),
    check: ({ rows }) => rows.referral_word.some((w) => w.body === 'Said today' && w.author_id === hat.personId),
  }
}

const consenting = (world: World, hat: Hat, chance: Chance): Attempt => {
  const organization = chance.pick(world.organization).id
  const elements = chance.some(shareableElements, 0.5)
  return {
    what: `consents for organization ${organization}`,
    statement: sql`select act.give_consent(${organization}, ${['directory', ...elements]}, ${'mentoring today'}, ${world.today}::date, ${'A. Name'})`,
    may: hat.kind !== 'membership',
    check: ({ rows }) =>
      rows.consent.some(
        (c) => c.purpose === 'mentoring today' && c.giver_id === hat.personId && c.student_id === hat.studentId,
      ),
  }
}

const withdrawing = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const consent = chance.pick(world.rows.consent)
  if (!consent) return undefined
  return {
    what: `withdraws consent ${consent.id}`,
    statement: sql`select act.withdraw_consent(${consent.id})`,
    may: hat.studentId === consent.student_id && consent.giver_id === hat.personId && !consent.withdrawn_at,
    check: ({ rows }) => !!rows.consent.find((c) => c.id === consent.id)!.withdrawn_at,
  }
}

const attempts = [
  writing,
  writing,
  referring,
  answering,
  ending,
  saying,
  consenting,
  withdrawing,
  ...protecting,
  ...asking,
  ...needing,
  ...livingTogether,
]
const changeable: StudentTable[] = [
  ...written,
  'need_change',
  'student_review',
  'household_student',
  'household_member',
  'referral',
  'referral_event',
  'referral_word',
  'referral_message',
  'participation',
  'consent',
  'contact_restriction',
  'student_address',
  'directory_opt_out',
]

/** Somebody tries to write something. Answers with what went otherwise than the oracle says, as a sentence, or with nothing. */
export async function somebodyTries(db: TestDatabase, world: World, chance: Chance): Promise<string[]> {
  const worn = hatsOf(world).filter((hat) => isWorn(world, hat))
  if (!worn.length) return []
  const hat = chance.pick(worn)
  const attempt = chance.pick(attempts)(world, hat, chance)
  if (!attempt) return []
  const before = await fingerprint(db.owner, world)
  const refusal = await db.database
    .as(sessionOf(hat), attempt.opening ?? null, (tx) => tx(attempt.statement))
    .then(
      () => undefined,
      (error: Error & { code?: string }) => error,
    )
  const name = `world ${world.seed}: ${hat.role} (${hat.id}) ${attempt.what}`
  if (refusal && !refusal.code?.startsWith('CN')) return [`${name} and meets ${refusal.message}`]
  if (refusal && attempt.may) return [`${name} and is refused (${refusal.message}), and should not be`]
  if (!refusal && !attempt.may) return [`${name} and should be refused`]
  if (refusal && (await fingerprint(db.owner, world)) !== before) return [`${name}, is refused, and changes something`]
  await reload(db.owner, world, changeable)
  await reloadQuestions(db.owner, world)
  return refusal || attempt.check!(world) ? [] : [`${name}, and the rows are not what they should be`]
}
