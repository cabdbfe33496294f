import { randomUUID } from 'node:crypto'
import { factsOf, type Rows } from './marked-facts.ts'
import { mark, markedId, markedNames, type MarkedIds } from './marks.ts'
import type { SmallTown } from './small-town.ts'
import { guardianOf } from './town-people.ts'

/**
 * A student of the first school about whom every table says something, in words and ids that stand nowhere else. `helper` serves the
 * student by a guardian's consent; `past` did until the consent was withdrawn.
 */
export async function addMarkedStudent(town: SmallTown, { helper, past }: { helper: Helper; past: Helper }) {
  const ids = Object.fromEntries(markedNames.map((name) => [name, markedId()])) as MarkedIds
  const put = (tables: Record<string, Rows>) =>
    town.db.owner.query(
      `begin; set constraints all deferred; ${Object.entries(tables)
        .map(([table, rows]) => insert(table, town.id.community, rows))
        .join(';')}; commit`,
    )
  await put(factsOf(town, ids))
  const mother = await guardianOf(town, 'Mara', ids.student)
  await put({ ...familyOf(town, ids, mother.person), ...writingsOf(town, ids) })
  await put(sharingOf(town, ids, { mother: mother.person, helper, past }))
  return { ids, mother }
}
export type Helper = { person: string; hat: string; organization: string; service: string; agreement: string }

function insert(table: string, community_id: string, rows: Rows) {
  const all = rows.map((row) => ({ community_id, ...row }))
  const columns = [...new Set(all.flatMap((row) => Object.keys(row)))].join(', ')
  const json = JSON.stringify(all).replaceAll("'", "''")
  return `insert into public.${table} (${columns}) select ${columns} from json_populate_recordset(null::public.${table}, '${json}')`
}

function familyOf({ id, today }: SmallTown, ids: MarkedIds, mother: string): Record<string, Rows> {
  const about = { student_id: ids.student, access_school_id: id.school }
  const [proposed, home] = [randomUUID(), markedId()]
  return {
    person: [{ id: proposed, given_name: mark('proposed'), family_name: mark('guardian'), is_worker: false }],
    guardianship: [{ id: ids.proposed, ...about, person_id: proposed, from_on: '2020-01-01', relation: 'father' }],
    student_contact: [
      {
        ...{ id: ids.contact, ...about, person_id: mother, name: mark('contact'), phone: mark('phone') },
        ...{ email: mark('mail'), relation: 'mother', is_primary: true },
      },
      {
        ...{ id: markedId(), ...about, person_id: proposed, name: mark('proposed'), phone: mark('otherphone') },
        ...{ email: '', relation: 'father', is_primary: false },
      },
    ],
    student_address: [
      { id: ids.address, ...about, person_id: mother, address: mark('address'), written_by: mother, written_at: 'now' },
    ],
    household_student: [
      { ...about, household_id: home, written_by: id.account, written_at: 'now' },
      { ...about, student_id: id.child, household_id: home, written_by: id.account, written_at: 'now' },
    ],
    household_member: [
      {
        id: ids.member,
        ...about,
        kind: 'adult',
        name: mark('aunt'),
        relation: mark('relation'),
        written_by: id.account,
        written_at: 'now',
      },
    ],
    correction_request: [
      {
        ...{
          id: ids.correction,
          ...about,
          element: 'attendance',
          fact: 'attendance',
          on_day: today,
          label: '',
          was: [mark('was')],
        },
        ...{ wrong: mark('wrong'), right_is: mark('right'), asked_by: mother, asker_kind: 'guardian', asked_at: 'now' },
        ...{ state: 'open', answer_text: '', version: 1 },
      },
    ],
    contact_restriction: [
      {
        ...{ id: ids.restriction, ...about, person_id: id.tutorAccount, kind: 'court_order', from_on: today },
        ...{ description: mark('order'), document: mark('document'), entered_by: id.account, entered_at: 'now' },
      },
    ],
  }
}

function writingsOf({ id, today }: SmallTown, ids: MarkedIds): Record<string, Rows> {
  const about = { student_id: ids.student, access_school_id: id.school }
  const staff = { author_id: id.account, author_kind: 'staff' }
  const said = (what: string, more: object = {}) => ({
    ...{ id: markedId(), ...about, ...staff, body: mark(what), written_at: 'now' },
    ...more,
  })
  const note = { kind: 'meeting', happened_on: today }
  return {
    note: [said('note', { ...note, id: ids.note, revision: 2, changed_at: 'now' })],
    note_revision: [
      {
        ...{ id: ids.revision, note_id: ids.note, ...about, author_id: id.account, revision: 1, ...note },
        ...{ body: mark('before'), written_at: 'now' },
      },
    ],
    restricted_note: [said('restricted', { ...note, id: ids.restrictedNote })],
    draft: [
      {
        ...{ id: markedId(), ...about, author_id: id.account, form: 'notes', body: mark('draft') },
        ...{ details: {}, version: 1, saved_at: 'now' },
      },
    ],
    need: [
      said('need', { id: ids.need, domain: 'academic', status: 'open', source: 'staff', status_word: '', revision: 2 }),
    ],
    need_change: [
      said('needed', {
        ...{ need_id: ids.need, revision: 1, domain: 'academic', status: 'open', status_word: '' },
        written_by: id.account,
      }),
    ],
    student_review: [
      {
        ...{
          id: markedId(),
          ...about,
          school_year: '2019-20',
          author_id: id.account,
          saved_by: id.account,
          revision: 1,
        },
        ...{ strengths: mark('bike'), begun_at: 'now', saved_at: 'now', done_at: 'now' },
        marks: { academic: { standing: 'watch', words: mark('watched') } },
      },
    ],
    strength: [said('strength')],
    student_voice: [said('voice')],
    reminder: [
      {
        ...{ id: ids.reminder, ...about, author_id: id.account, membership_id: id.counselor, on_date: today },
        ...{ body: mark('reminder'), created_at: 'now' },
      },
    ],
    legal_hold: [{ id: ids.hold, ...about, reason: mark('hold'), placed_by: id.account, placed_at: 'now' }],
  }
}

function sharingOf(
  { id, today }: SmallTown,
  ids: MarkedIds,
  { mother, helper, past }: { mother: string; helper: Helper; past: Helper },
): Record<string, Rows> {
  const about = { student_id: ids.student, access_school_id: id.school, organization_id: helper.organization }
  const given = { student_id: ids.student, access_school_id: id.school, giver_id: mother, giver_kind: 'guardian' }
  const elements = ['directory', 'attendance', 'referrals', 'services']
  return {
    consent: [
      {
        ...{ ...given, id: ids.consent, organization_id: helper.organization, elements, purpose: mark('purpose') },
        ...{ from_on: today, until_on: today, method: 'electronic', signed_name: mark('signed'), given_at: 'now' },
      },
      {
        ...{ ...given, id: markedId(), organization_id: past.organization, elements, purpose: mark('past') },
        ...{ from_on: today, until_on: today, method: 'paper', signed_name: mark('signed'), given_at: 'now' },
        withdrawn_at: 'now',
      },
    ],
    directory_opt_out: [{ id: ids.optOut, ...given, given_at: 'now' }],
    referral: [
      {
        ...{ id: ids.referral, ...about, school_id: id.school, service_id: helper.service, author_id: id.account },
        ...{ request: mark('request'), state: 'accepted', created_at: 'now', changed_at: 'now' },
      },
      {
        ...{
          ...about,
          id: markedId(),
          school_id: id.school,
          organization_id: past.organization,
          service_id: past.service,
        },
        ...{
          author_id: id.account,
          request: mark('asked'),
          state: 'awaiting_consent',
          created_at: 'now',
          changed_at: 'now',
        },
      },
    ],
    referral_event: [
      {
        ...{ id: markedId(), ...about, referral_id: ids.referral, person_id: id.account, author_kind: 'staff' },
        ...{ state: 'sent', reason: mark('event'), at: 'now' },
      },
    ],
    referral_word: [
      {
        ...{ id: markedId(), student_id: ids.student, access_school_id: id.school, referral_id: ids.referral },
        ...{ author_id: mother, author_kind: 'guardian', got_help: 'no', body: mark('familyword'), said_at: 'now' },
      },
    ],
    referral_message: [
      {
        ...{ id: markedId(), ...about, referral_id: ids.referral, author_id: id.account, author_kind: 'staff' },
        ...{ is_for_family: false, is_in_error: false, body: mark('message'), written_at: 'now' },
      },
    ],
    service_log: [
      {
        ...{ id: ids.log, ...about, service_id: helper.service, participation_id: ids.participation, on_date: today },
        ...{ attendance: 'present', minutes: 37, is_in_school_time: false, key: markedId() },
        ...{ logged_by: helper.person, logged_at: 'now' },
      },
    ],
    participation: [
      { id: ids.participation, ...about, service_id: helper.service, stage: 'active', from_on: today },
      {
        ...{ ...about, id: markedId(), organization_id: past.organization, service_id: past.service },
        ...{ stage: 'active', from_on: today },
      },
    ],
    disclosure: [
      {
        ...{
          id: markedId(),
          student_id: ids.student,
          organization_id: helper.organization,
          person_id: helper.person,
          membership_id: helper.hat,
          elements: ['directory'],
        },
        ...{ basis: 'consent', purpose: mark('disclosed'), agreement_id: helper.agreement, at: 'now' },
        reason: mark('reason'),
      },
    ],
    caseload_student: [
      {
        ...{ id: markedId(), student_id: ids.student, access_school_id: id.school, school_id: id.school },
        ...{ membership_id: id.counselor, from_on: today, set_by: id.account, assignment_id: ids.assignment },
      },
    ],
  }
}
