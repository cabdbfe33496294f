import type { Database, Opening, Session, Tx } from '#platform/database.ts'
import { hashOf, newToken } from '#platform/session.ts'
import { draftAgreement, giveConsent, signAgreement } from '../access/queries.ts'
import { assign, listCaseloads } from '../caseload/assigning/queries.ts'
import { addService } from '../partners/queries.ts'
import { chooseHat, listDemoAccounts, listHats, startSessionOf } from '../people/queries.ts'
import { writeMessage } from '../referrals/messages/queries.ts'
import { answerReferral, listParticipants, moveReferral, refer, sayOutcome } from '../referrals/queries.ts'
import { logSupport, promiseSupport } from '../referrals/support/queries.ts'
import { write } from '../students/queries.ts'
import { cast, fullName } from './cast.ts'
import { demoAddress } from './index.ts'
import { offers } from './offers.ts'
import type { PersonKey } from './people.ts'
import { findDay, findOrganization, findReferralOf, findService, findStudentNamed } from './queries.ts'
import { tellOfHouseholds } from './whole-child.ts'

export const agreedElements = ['attendance', 'directory', 'enrollment', 'grades']
const purpose = 'Tutoring and mentoring after school, so that students attend and pass their courses.'

/** A session of one of the cast, as one click makes it; of several hats, the one for that child. */
export async function signInCast(database: Database, key: PersonKey, child?: string): Promise<Session> {
  const account = (await database.knock(listDemoAccounts())).find((each) => each.email === demoAddress(key))
  if (!account) throw new Error(`The demo has no account for ${key}.`)
  const tokenHash = hashOf(newToken())
  await database.knock(startSessionOf(account.id, tokenHash, 'demo', 'demo', 1))
  const hats = await database.knock(listHats(tokenHash))
  const hat = hats.find((each) => child === undefined || each.studentName === child) ?? hats[0]
  if (hat) await database.knock(chooseHat(tokenHash, hat.id))
  return { tokenHash, hat: null }
}

/** What has happened in Riverbend so far, each act by the person who may do it, through the same doors as on the pages. */
export async function tellStory(database: Database) {
  const as = async <T>(key: PersonKey, work: (tx: Tx) => Promise<T>, opening: Opening = null, child?: string) =>
    database.as(await signInCast(database, key, child), opening, work)
  await offerServices(as)
  await agree(as)
  await helpAmara(as)
  await askLucia(as)
  await giveCaseload(as)
  await tellOfHouseholds(as)
}

type As = <T>(key: PersonKey, work: (tx: Tx) => Promise<T>, opening?: Opening, child?: string) => Promise<T>

const studentId = async (tx: Tx, key: keyof typeof cast.students) => {
  const { given, family } = cast.students[key].name
  return (await tx(findStudentNamed(given, family)))[0]!.id
}

const dayFromToday = async (tx: Tx, days: number) => (await tx(findDay(days)))[0]!.day

async function offerServices(as: As) {
  for (const [key, organization] of [
    ['omar', 'riverYouthCenter'],
    ['tess', 'northsideMentors'],
  ] as const)
    await as(key, async (tx) => {
      const [owner] = await tx(findOrganization(cast.organizations[organization].name))
      for (const { by, service } of offers) if (by === organization) await tx(addService(owner!.id, service))
    })
}

async function agree(as: As) {
  const agreement = await as('priya', async (tx) => {
    const [center] = await tx(findOrganization(cast.organizations.riverYouthCenter.name))
    const [made] = await tx(
      draftAgreement({
        organizationId: center!.id,
        number: 'RB-14',
        title: 'Tutoring at Lincoln',
        basis: 'consent',
        purpose,
        fromOn: await dayFromToday(tx, 0),
        untilOn: await dayFromToday(tx, 300),
        elements: agreedElements,
      }),
    )
    await tx(signAgreement(made!.id, fullName(cast.people.priya)))
    return made!.id
  })
  await as('omar', (tx) => tx(signAgreement(agreement, fullName(cast.people.omar))))
}

/** Amara's mother agreed, the school referred, and the youth center has a place. */
async function helpAmara(as: As) {
  await as('dana', async (tx) => {
    const amara = await studentId(tx, 'amara')
    await tx(write('voice', amara, 'I like fixing bikes. I want to build my own one day.', null))
    await tx(write('strengths', amara, 'Patient with her hands; explains things to younger children.', null))
    const [tutoring] = await tx(findService('After-school tutoring'))
    await tx(refer(amara, tutoring!.id, 'Mathematics twice a week; she asked for someone who explains slowly.'))
  })
  const referral = await as('ngozi', async (tx) => {
    const [center] = await tx(findOrganization(cast.organizations.riverYouthCenter.name))
    await tx(
      giveConsent({
        organizationId: center!.id,
        elements: ['attendance', 'directory', 'grades'],
        purpose,
        untilOn: await dayFromToday(tx, 200),
        signedName: fullName(cast.people.ngozi),
      }),
    )
    return (await tx(findReferralOf(await studentId(tx, 'amara'))))[0]!.id
  })
  const opening = { elements: ['referrals'], referrals: [referral] }
  await as('omar', (tx) => tx(answerReferral(referral, true, null, null)), opening)
  await as('omar', (tx) => tx(moveReferral(referral, { state: 'started' })), opening)
  await tutorAmara(as, opening)
  await finishWorkshop(as)
}

/** What was promised her, and the first time; the school asks a question on the way. */
async function tutorAmara(as: As, opening: { elements: string[]; referrals: string[] }) {
  const [referral] = opening.referrals
  await as(
    'omar',
    (tx) => tx(writeMessage(referral!, { body: 'Does she take the late bus?', isForFamily: false })),
    opening,
  )
  await as('dana', (tx) => tx(writeMessage(referral!, { body: 'Yes, the one at 5:15.', isForFamily: true })))
  await as(
    'omar',
    async (tx) => {
      const [amara] = await tx(listParticipants())
      const { participationId, studentId } = amara!
      await tx(promiseSupport(participationId, { studentId, sessions: 12, minutes: 30 }))
      const on = await dayFromToday(tx, 0)
      const given = { participationId, studentId, on, attendance: 'present' as const, minutes: 30 }
      await tx(logSupport({ ...given, key: firstLog, isInSchoolTime: false }))
    },
    { ...opening, elements: ['services'] },
  )
}

/** One service that is over, with the word of those who gave it and the word of her mother. */
async function finishWorkshop(as: As) {
  const referral = await as('dana', async (tx) => {
    const [workshop] = await tx(findService('Bike workshop'))
    const amara = await studentId(tx, 'amara')
    return (await tx(refer(amara, workshop!.id, 'She wants to build her own bike.')))[0]!.id
  })
  const opening = { elements: ['referrals'], referrals: [referral] }
  const reason = 'She repaired two bikes, and showed a younger boy how.'
  await as('omar', (tx) => tx(answerReferral(referral, true, null, null)), opening)
  await as('omar', (tx) => tx(moveReferral(referral, { state: 'started' })), opening)
  await as('omar', (tx) => tx(moveReferral(referral, { state: 'completed', reason })), opening)
  const words = 'She came home happy every time.'
  await as('ngozi', (tx) => tx(sayOutcome(referral, { gotHelp: 'yes', words })))
}

const firstLog = '0190c0de-0000-7000-8000-000000000001'

/** Dana answers for grade 7 and for the others whom the story is about; who else is at Lincoln is on no caseload yet. */
async function giveCaseload(as: As) {
  await as('dana', async (tx) => {
    const dana = (await tx(listCaseloads())).find((each) => each.isMine)!
    await tx(assign(dana.schoolId, dana.membershipId, { grade: '07' }))
    const named = Object.values(cast.students).filter((student) => student.school === 'lincoln')
    const found = await Promise.all(named.map(({ name }) => tx(findStudentNamed(name.given, name.family))))
    const students = found.flatMap(([student]) => (student ? [student.id] : []))
    await tx(assign(dana.schoolId, dana.membershipId, { students }))
  })
}

/** Mateo's grandmother has been asked, and has not answered yet. */
async function askLucia(as: As) {
  await as('dana', async (tx) => {
    const chidi = await studentId(tx, 'chidi')
    await tx(write('strengths', chidi, 'Draws comics that the whole class reads.', null))
    const [workshop] = await tx(findService('Bike workshop'))
    await tx(
      refer(
        await studentId(tx, 'mateo'),
        workshop!.id,
        'He asked whether he may come along and learn to repair bikes.',
      ),
    )
  })
}
