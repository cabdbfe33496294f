import { dayAfter, type Chance } from '#features/access/chance.ts'
import { isAddressHidden, mayWrite } from '#features/access/oracle.ts'
import type { Hat, Student, StudentRow, World } from '#features/access/world.ts'
import { sql } from '#platform/database.ts'
import type { Attempt } from './world-acts.ts'

const nobody = { elements: [], students: [] }
const familyOf = (world: World, studentId: string) => world.rows.guardianship.filter((g) => g.student_id === studentId)
const overlaps = (world: World, row: StudentRow, person: string, kind: string) =>
  row.person_id === person && row.kind === kind && !row.withdrawn_at && (row.until_on ?? '9999') >= world.today

/** The data steward enters a mark about somebody of the family, from today on. */
const restricting = (world: World, hat: Hat, chance: Chance): Attempt => {
  const student = chance.pick(world.student)
  const person = chance.pick(world.person).id
  const kind = chance.pick(['court_order', 'no_contact', 'confidential_address'])
  const holds = world.rows.contact_restriction.filter((r) => r.student_id === student.id)
  const isKnown = [...familyOf(world, student.id), ...holds].some((g) => g.person_id === person)
  return {
    what: `enters ${kind} about ${person} for ${student.given_name}`,
    statement: sql`select act.enter_restriction(${student.id}, ${person}, ${kind}, ${''}, ${'Order 1'}, ${world.today}::date, null)`,
    may:
      !student.withdrawn_at &&
      mayWrite(world, hat, student, 'contact_restrictions', nobody) &&
      isKnown &&
      !holds.some((r) => overlaps(world, r, person, kind)),
    check: ({ rows }) =>
      rows.contact_restriction.some((r) => r.document === 'Order 1' && r.person_id === person && r.kind === kind),
  }
}

const endingRestriction = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const mark = chance.pick(world.rows.contact_restriction)
  if (!mark) return undefined
  const student = world.student.find((s) => s.id === mark.student_id)!
  const yesterday = dayAfter(world.today, -1)
  return {
    what: `ends restriction ${mark.id}`,
    statement: sql`select act.end_restriction(${mark.id}, ${yesterday}::date)`,
    may:
      !student.withdrawn_at &&
      !mark.withdrawn_at &&
      !(mark.until_on && mark.until_on < world.today) &&
      mayWrite(world, hat, student, 'contact_restrictions', nobody),
    check: ({ rows }) => rows.contact_restriction.find((r) => r.id === mark.id)!.until_on === yesterday,
  }
}

const settingAddress = (world: World, hat: Hat, chance: Chance): Attempt => {
  const student = chance.pick(world.student)
  const person = chance.is(0.5)
    ? hat.personId
    : (chance.pick(familyOf(world, student.id))?.person_id ?? chance.pick(world.person).id)
  const isOfFamily =
    student.person_id === person ||
    [...familyOf(world, student.id), ...world.rows.student_contact].some(
      (g) => g.student_id === student.id && g.person_id === person && !g.withdrawn_at,
    )
  const isOwn = hat.kind === 'membership' || person === hat.personId
  return {
    what: `writes the address of ${person} for ${student.given_name}`,
    statement: sql`select act.set_address(${student.id}, ${person}, ${'New street'})`,
    may:
      hat.role !== 'partner_worker' &&
      !student.withdrawn_at &&
      mayWrite(world, hat, student, 'household', nobody) &&
      isOfFamily &&
      isOwn &&
      !isAddressHidden(world, hat, student.id),
    check: ({ rows }) =>
      rows.student_address.filter(
        (a) => a.student_id === student.id && a.person_id === person && a.address === 'New street',
      ).length === 1,
  }
}

const mayOptOut = (world: World, hat: Hat, student: Student) =>
  !student.withdrawn_at &&
  (hat.kind !== 'membership'
    ? hat.studentId === student.id
    : hat.role === 'data_steward' && mayWrite(world, hat, student, 'directory', nobody))

const optingOut = (world: World, hat: Hat, chance: Chance): Attempt => {
  const student = chance.pick(world.student)
  const isOutAlready = world.rows.directory_opt_out.some(
    (o) => o.student_id === student.id && o.giver_id === hat.personId && !o.withdrawn_at,
  )
  return {
    what: `keeps directory information of ${student.given_name} at school`,
    statement: sql`select act.opt_out_of_directory(${student.id})`,
    may: mayOptOut(world, hat, student) && !isOutAlready,
    check: ({ rows }) =>
      rows.directory_opt_out.some((o) => o.student_id === student.id && o.giver_id === hat.personId && !o.withdrawn_at),
  }
}

const endingOptOut = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const said = chance.pick(world.rows.directory_opt_out)
  if (!said) return undefined
  const student = world.student.find((s) => s.id === said.student_id)!
  const isTheirs = said.giver_id === hat.personId || hat.role === 'data_steward'
  return {
    what: `takes back opt-out ${said.id}`,
    statement: sql`select act.end_directory_opt_out(${said.id})`,
    may: mayOptOut(world, hat, student) && isTheirs && !said.withdrawn_at,
    check: ({ rows }) => !!rows.directory_opt_out.find((o) => o.id === said.id)!.withdrawn_at,
  }
}

export const protecting = [restricting, endingRestriction, settingAddress, optingOut, endingOptOut]
