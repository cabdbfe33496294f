import { isAnotherGuardians, isAnotherMembers } from './oracle-family.ts'
import { columnOfRole, elements, markOf } from './oracle-matrix.ts'
import { studentTables, type Agreement, type Day, type Hat, type Opened } from './world.ts'
import type { Student, StudentRow, StudentTable, World } from './world.ts'

const isIn = (day: Day, from: Day | null | undefined, until: Day | null | undefined) =>
  (!from || from <= day) && (!until || until >= day)

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The day on which a student turns 18; someone born on 29 February does so on 28 February of a year without one. */
export function eighteenthBirthday(birth: Day): Day {
  const year = Number(birth.slice(0, 4)) + 18
  const day = birth.slice(5) === '02-29' && !isLeap(year) ? '02-28' : birth.slice(5)
  return `${String(year).padStart(4, '0')}-${day}`
}

/** From the 18th birthday on, in the community's time zone, the rights are the student's own. */
const holdsOwnRights = (world: World, studentId: string) => {
  const known = world.rows.student_demographics.find((d) => d.student_id === studentId && !d.withdrawn_at)
  return !!known?.birth_date && eighteenthBirthday(known.birth_date) <= world.today
}

/** Signed by both sides, in its term, not terminated. */
export const isInForce = (world: World, agreement: Agreement) =>
  isIn(world.today, agreement.from_on, agreement.until_on) &&
  (!agreement.terminated_on || agreement.terminated_on > world.today) &&
  ['school', 'partner'].every((side) =>
    world.agreement_signature.some((s) => s.agreement_id === agreement.id && s.side === side),
  )

/** Every hat that somebody has, had, will have or was proposed for. */
export const hatsOf = (world: World): Hat[] => [
  ...world.membership.map((m) => ({
    kind: 'membership' as const,
    id: m.id,
    personId: m.person_id,
    role: m.role,
    districtId: m.district_id,
    schoolId: m.school_id,
    organizationId: m.organization_id,
    studentId: null,
  })),
  ...world.rows.guardianship.map((g) => familyHat('guardianship', g.id!, g.person_id!, g.student_id)),
  ...world.student.filter((s) => s.person_id).map((s) => familyHat('self', s.id, s.person_id!, s.id)),
]

const familyHat = (kind: 'guardianship' | 'self', id: string, personId: string, studentId: string): Hat => ({
  kind,
  id,
  personId,
  role: kind === 'self' ? 'eligible_student' : 'guardian',
  districtId: null,
  schoolId: null,
  organizationId: null,
  studentId,
})

/** Court orders and marks about the student that hold today. */
const restrictionsOf = (world: World, studentId: string) =>
  world.rows.contact_restriction.filter(
    (r) => r.student_id === studentId && !r.withdrawn_at && isIn(world.today, r.from_on, r.until_on),
  )

/** A confidential address is kept by the data steward alone. */
export const isAddressHidden = (world: World, hat: Hat, studentId: string) =>
  hat.role !== 'data_steward' && restrictionsOf(world, studentId).some((r) => r.kind === 'confidential_address')

/** The family keeps directory information at school. */
const isOptedOut = (world: World, studentId: string) =>
  world.rows.directory_opt_out.some((o) => o.student_id === studentId && !o.withdrawn_at)

/** Does the hat hold today? */
export function isWorn(world: World, hat: Hat): boolean {
  const student = world.student.find((s) => s.id === hat.studentId)
  if (hat.kind === 'self') return !student!.withdrawn_at && holdsOwnRights(world, student!.id)
  if (hat.kind === 'guardianship') {
    const g = world.rows.guardianship.find((x) => x.id === hat.id)!
    const isRestricted = restrictionsOf(world, g.student_id).some((r) => r.person_id === g.person_id)
    const isOurs = g.approved_at && !g.withdrawn_at && !student!.withdrawn_at
    return !!isOurs && isIn(world.today, g.from_on, g.until_on) && !isRestricted && !holdsOwnRights(world, g.student_id)
  }
  const m = world.membership.find((x) => x.id === hat.id)!
  if (!m.approved_at || m.withdrawn_at || !isIn(world.today, m.from_on, m.until_on)) return false
  return m.role !== 'coordinator' || !m.organization_id || isDesignated(world, hat)
}

/** A coordinator whom a partner employs is school staff under a school-official agreement with the school's district. */
const isDesignated = (world: World, hat: Hat) =>
  world.agreement.some(
    (a) =>
      a.organization_id === hat.organizationId &&
      a.basis === 'school_official' &&
      a.district_id === world.school.find((s) => s.id === hat.schoolId)!.district_id &&
      isInForce(world, a),
  )

const liveEnrollments = (world: World, studentId: string) =>
  world.rows.enrollment.filter((e) => e.student_id === studentId && !e.withdrawn_at)
const isEnrolled = (world: World, studentId: string, schoolId: string) =>
  liveEnrollments(world, studentId).some((e) => e.school_id === schoolId && isIn(world.today, e.entry_on, e.exit_on))

/** The school of record: today's enrollment, the primary one first; while nobody else enrolls the student, the last one. */
export function schoolOfRecord(world: World, studentId: string): string | null {
  const isCurrent = (e: StudentRow) => isIn(world.today, e.entry_on, e.exit_on)
  const begun = liveEnrollments(world, studentId).filter((e) => e.entry_on! <= world.today)
  const rank = (e: StudentRow) =>
    [isCurrent(e) ? 1 : 0, e.is_primary ? 1 : 0, e.exit_on ?? '9999-12-31', e.entry_on].join(' ')
  begun.sort((a, b) => (rank(a) === rank(b) ? (a.id! < b.id! ? -1 : 1) : rank(a) < rank(b) ? 1 : -1))
  return begun[0]?.school_id ?? null
}

/** The classes that a teacher's hat teaches today: at the hat's school. */
export const classesOf = (world: World, hat: Hat) =>
  world.class
    .filter((c) => c.school_id === hat.schoolId && !c.withdrawn_at && isIn(world.today, c.starts_on, c.ends_on))
    .filter((c) =>
      world.class_teacher.some(
        (t) =>
          t.class_id === c.id &&
          t.person_id === hat.personId &&
          !t.withdrawn_at &&
          isIn(world.today, t.begin_on, t.end_on),
      ),
    )
    .map((c) => c.id)

/** Does the student sit in a class of the teacher now? A class that files leave open ends when the student leaves its school. */
function isTaught(world: World, hat: Hat, student: Student) {
  const taught = classesOf(world, hat)
  const school = hat.schoolId!
  const hasLeft =
    schoolOfRecord(world, student.id) !== school &&
    !isEnrolled(world, student.id, school) &&
    liveEnrollments(world, student.id).some((e) => e.school_id === school)
  return (
    !hasLeft &&
    world.rows.class_enrollment.some(
      (e) =>
        e.student_id === student.id &&
        !e.withdrawn_at &&
        taught.includes(e.class_id!) &&
        isIn(world.today, e.begin_on, e.end_on),
    )
  )
}

/** Does the hat reach the student without an organization: by school, class, or family? */
export function reaches(world: World, hat: Hat, student: Student): boolean {
  const school = schoolOfRecord(world, student.id)
  switch (columnOfRole[hat.role]) {
    case 'steward':
      return school
        ? world.school.find((s) => s.id === school)!.district_id === hat.districtId
        : student.district_id === hat.districtId
    case 'principal':
    case 'counselor':
    case 'coordinator':
      return school === hat.schoolId || isEnrolled(world, student.id, hat.schoolId!)
    case 'teacher':
      return isTaught(world, hat, student)
    case 'family':
      return hat.studentId === student.id
    default:
      return false
  }
}

/** Does a consent count: in its days, not withdrawn, its giver still holding the rights, the record still the one that it named? */
const counts = (world: World, consent: StudentRow) =>
  !consent.withdrawn_at &&
  isIn(world.today, consent.from_on, consent.until_on) &&
  !world.merges.some((m) => m.survivorId === consent.student_id && (consent.given_at ?? '') < m.at) &&
  hatsOf(world).some(
    (hat) =>
      hat.studentId === consent.student_id &&
      hat.personId === consent.giver_id &&
      (hat.kind === 'self') === (consent.giver_kind === 'student') &&
      isWorn(world, hat),
  )

const liveConsents = (world: World, studentId: string, organizationId: string) =>
  world.rows.consent.filter(
    (c) => c.student_id === studentId && c.organization_id === organizationId && counts(world, c),
  )

const agreementsInForce = (world: World, organizationId: string, student: Student) =>
  world.agreement.filter(
    (a) => a.organization_id === organizationId && a.district_id === student.district_id && isInForce(world, a),
  )

/** Served today, or only asked about: `served`, `asked` or nothing. */
function bondOf(world: World, organizationId: string, studentId: string) {
  const referrals = world.rows.referral.filter(
    (r) => r.student_id === studentId && r.organization_id === organizationId,
  )
  const takesPart = world.rows.participation.some(
    (p) =>
      p.student_id === studentId &&
      p.organization_id === organizationId &&
      ['enrolled', 'active'].includes(p.stage!) &&
      isIn(world.today, p.from_on, p.until_on),
  )
  if (takesPart || referrals.some((r) => ['accepted', 'waitlisted', 'started'].includes(r.state!))) return 'served'
  return referrals.some((r) => r.state === 'sent') ? 'asked' : undefined
}

/** May the organization's worker open this element of this student? */
export function mayOpen(world: World, hat: Hat, student: Student, element: string): boolean {
  if (hat.role !== 'partner_worker' || student.withdrawn_at || markOf(hat.role, element) === '-') return false
  const bond = bondOf(world, hat.organizationId!, student.id)
  if (!bond || (bond === 'asked' && element !== 'referrals')) return false
  const isOwnWork = element === 'referrals' || element === 'services'
  return agreementsInForce(world, hat.organizationId!, student).some((a) => {
    const isScheduled = world.agreement_element.some((e) => e.agreement_id === a.id && e.element === element)
    const consents = liveConsents(world, student.id, hat.organizationId!)
    const isConsented = consents.some((c) => isOwnWork || c.elements!.includes(element))
    if (a.basis === 'directory_information')
      return element === 'directory' && bond === 'served' && isScheduled && !isOptedOut(world, student.id)
    return (isOwnWork || isScheduled) && (a.basis === 'school_official' || isConsented)
  })
}

const reachesElement = (world: World, hat: Hat, student: Student, element: string, opened: Opened) =>
  hat.role === 'partner_worker'
    ? opened.elements.includes(element) && opened.students.includes(student.id) && mayOpen(world, hat, student, element)
    : reaches(world, hat, student)

const unasked = new Set(['draft', 'awaiting_consent', 'entered_in_error'])
/** What "in part" leaves out, in a word, or nothing when the row is in the part. */
function whyNotThePart(world: World, hat: Hat, table: StudentTable, row: StudentRow): string | undefined {
  const isMine = (person: string | undefined) => person === hat.personId
  switch (studentTables[table]) {
    case 'contacts':
    case 'household':
      return isMine(row.person_id) ? undefined : 'the contact details are somebody else’s'
    case 'grades':
      return table === 'grade' && row.class_id && classesOf(world, hat).includes(row.class_id)
        ? undefined
        : 'the grade is of another course'
    case 'flags':
      return row.indicator === 'attendance' ? undefined : 'a teacher sees attendance flags only'
    case 'consents':
      return isMine(row.giver_id) ? undefined : 'somebody else gave the consent'
    case 'referrals':
      if (table === 'referral_word') return 'the family’s word is for the school'
      if (row.is_in_error || unasked.has(row.state!)) return 'nobody has asked yet, or it was a mistake'
      return row.organization_id === hat.organizationId ? undefined : 'another organization was asked'
    case 'services':
      return row.organization_id === hat.organizationId ? undefined : 'another organization serves'
    default:
      return isMine(row.author_id) ? undefined : 'somebody else wrote it'
  }
}

// Withdrawn by whoever said it, and read as such; elsewhere a source has taken the row back.
const saidByPeople = new Set<StudentTable>(['consent', 'directory_opt_out'])
const livesTogether = new Set<StudentTable>(['student_address', 'household_student', 'household_member'])

/** May the hat read the row? Answers with the reason why not, or with nothing when it may. */
export function whyNotRead(world: World, hat: Hat, table: StudentTable, row: StudentRow, opened: Opened) {
  const element = studentTables[table]
  const student = world.student.find((s) => s.id === row.student_id)!
  const mark = markOf(hat.role, element)
  if (row.withdrawn_at && !saidByPeople.has(table)) return 'the source has withdrawn the row'
  if (!/[rps]/.test(mark)) return `a ${hat.role} reads no ${element}`
  if (!reachesElement(world, hat, student, element, opened)) return 'the student is out of reach'
  const tellsOfReaching = livesTogether.has(table) || (table === 'student_contact' && hat.role === 'partner_worker')
  if (tellsOfReaching && isAddressHidden(world, hat, student.id)) return 'the address is confidential'
  if (hat.kind !== 'membership' && (row.state === 'draft' || row.is_for_family === false)) return 'not for the family'
  if (isAnotherGuardians(hat, row)) return 'another guardian wrote or did it'
  if (table === 'student_review' && (hat.kind !== 'membership' || hat.role === 'partner_worker'))
    return 'a review is a working paper of the school'
  if (isAnotherMembers(hat, row)) return 'it is about somebody else of the household'
  return mark.includes('p') ? whyNotThePart(world, hat, table, row) : undefined
}

/** May the hat write the element of the student? */
export const mayWrite = (world: World, hat: Hat, student: Student, element: string, opened: Opened) =>
  markOf(hat.role, element).includes('w') && reachesElement(world, hat, student, element, opened)

/** What becomes of a referral that the hat writes: sent at once, waiting for the family's consent, or refused. */
export function outcomeOfReferring(world: World, hat: Hat, student: Student, organizationId: string) {
  if (hat.kind !== 'membership' || hat.role === 'partner_worker') return 'refused'
  if (student.withdrawn_at || !mayWrite(world, hat, student, 'referrals', { elements: [], students: [] }))
    return 'refused'
  const bases = agreementsInForce(world, organizationId, student).map((a) => a.basis)
  if (bases.every((basis) => basis === 'directory_information')) return 'refused'
  const isConsented = bases.includes('consent') && liveConsents(world, student.id, organizationId).length > 0
  const mayGo = bases.includes('school_official') || isConsented
  return mayGo ? 'sent' : 'awaiting_consent'
}

/** The elements of the student that the hat holds, in full or in part, whoever it is: what "who can see this student" tells. */
export const heldElements = (world: World, hat: Hat, student: Student) =>
  elements.filter(
    (element) =>
      /[rps]/.test(markOf(hat.role, element)) &&
      (hat.role === 'partner_worker' ? mayOpen(world, hat, student, element) : reaches(world, hat, student)),
  )
