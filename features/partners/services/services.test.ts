import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session, Tx } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { guardianOf, sessionFor, type TownPerson } from '../../../test/town-people.ts'
import type { Organization } from '../contract.ts'
import {
  addOrganization,
  addService,
  changeOrganization,
  changeService,
  confirmService,
  listOrganizations,
} from '../queries.ts'
import type { NewService } from './contract.ts'

let town: SmallTown
let dana: TownPerson
let mother: TownPerson
let stranger: TownPerson

beforeAll(async () => {
  town = await openSmallTown()
  dana = await sessionFor(town, 'Dana', 'coordinator', { school_id: town.id.school })
  mother = await guardianOf(town, 'Ngozi', town.id.child)
  stranger = await sessionFor(town, 'Tess', 'partner_worker', { organization_id: await other() })
})
afterAll(() => town.db.close())

const other = async () =>
  (
    await town.db.owner.query<{ id: string }>(
      `insert into organization (community_id, name, sector) values ($1, 'Other', 'faith') returning id`,
      [town.id.community],
    )
  ).rows[0]!.id
const as = <T>(who: Session, work: (tx: Tx) => Promise<T>) => town.db.database.as(who, null, work)
const list = (who: Session) => as(who, (tx) => tx(listOrganizations()))
const own = (all: Organization[]) => all.find(({ id }) => id === town.id.organization)!
const add = (who: Session, service: NewService, organization = town.id.organization) =>
  as(who, async (tx) => (await tx(addService(organization, service)))[0]!.id)
const find = async (id: string) => own(await list(dana)).services.find((each) => each.id === id)!

const whole: NewService = {
  name: 'Bike workshop',
  description: 'Students repair bikes.',
  programName: 'Workshops',
  needDomains: ['enrichment', 'social_emotional'],
  eligibility: 'Whoever likes tools',
  gradeLevels: ['06', '07'],
  minAge: 11,
  maxAge: 14.5,
  languages: ['en', 'es'],
  capacity: 12,
  isInSchoolTime: false,
  cost: 'sliding',
  costNote: 'As much as you can',
  documents: ['Permission slip'],
  application: 'Come by',
  evidenceTier: 2,
  evidenceCitation: 'A study',
  isConfidential: false,
  isPublic: true,
  takesReferrals: true,
  isAccepting: true,
  status: 'active',
  contactName: 'Omar',
  url: 'https://river.example',
  email: 'omar@river.example',
  phone: '555-0100',
  schedules: [
    {
      rrule: 'FREQ=WEEKLY;BYDAY=TU,TH',
      startsAt: '15:30',
      endsAt: '17:00',
      validFrom: null,
      validTo: '2027-06-01',
      description: '',
    },
  ],
}

test('a service is kept as it was told: hours, schools and places with it', async () => {
  const id = await add(town.tutor, {
    ...whole,
    schoolIds: [town.id.school],
    locations: [{ name: 'Workshop', address1: '1 Mill Street', latitude: 41.5, longitude: -90.5 }],
  })
  const { schoolIds, locations, ...told } = await find(id)
  expect(told).toMatchObject(whole)
  expect(told.lastConfirmedBy).toBe('Ana Ruiz')
  expect(schoolIds).toEqual([town.id.school])
  expect(locations).toMatchObject([{ name: 'Workshop', address1: '1 Mill Street', latitude: 41.5, isSchool: false }])
})

test('the school’s side and the organization itself write what it offers; nobody else does', async () => {
  const service: NewService = { name: 'Reading', needDomains: ['academic'] }
  const made = await add(dana, service)
  for (const who of [stranger, mother, town.session]) {
    await expect(add(who, service)).rejects.toMatchObject({ hint: 'not_your_role' })
    await expect(as(who, (tx) => tx(confirmService(made)))).rejects.toMatchObject({ hint: 'not_your_role' })
    await expect(
      as(who, (tx) => tx(changeService(made, { version: 1, service: { name: 'Mine' } }))),
    ).rejects.toMatchObject({ hint: 'not_your_role' })
  }
  expect((await find(made)).name).toBe('Reading')
  expect((await list(mother)).length).toBe(2)
})

test('a change leaves what it does not name, and of two windows the second is told', async () => {
  const id = await add(dana, whole)
  const change = (version: number, service: Partial<NewService>) =>
    as(town.tutor, (tx) => tx(changeService(id, { version, service })))
  expect(await change(1, { capacity: null, isAccepting: false })).toEqual([{ version: 2 }])
  expect(await find(id)).toMatchObject({ ...whole, capacity: null, isAccepting: false, version: 2 })
  await expect(change(1, { name: 'Late' })).rejects.toMatchObject({ code: 'CN409', hint: 'listing_changed' })
  await change(2, { schedules: [], gradeLevels: null })
  expect(await find(id)).toMatchObject({ schedules: [], gradeLevels: null, name: whole.name })
})

test('what cannot be is refused in a sentence: an evidence tier without its study, crossed ages, no need, a place of others', async () => {
  const refused = (service: Partial<NewService>, hint: string) =>
    expect(add(dana, { ...whole, ...service })).rejects.toMatchObject({ hint })
  await refused({ evidenceCitation: ' ' }, 'citation_missing')
  await refused({ minAge: 15 }, 'ages_crossed')
  await refused({ needDomains: [] }, 'need_domain_missing')
  await refused({ schoolIds: [town.id.child] }, 'not_found')
  const theirs = await as(
    stranger,
    async (tx) =>
      (await tx(addService(stranger.hat && (await otherId()), { ...whole, locations: [{ name: 'Hall' }] })))[0]!.id,
  )
  const hall = (await list(dana)).flatMap(({ services }) => services).find(({ id }) => id === theirs)!.locations[0]!
  await refused({ locations: [{ id: hall.id }] }, 'not_found')
})
const otherId = async () => (await list(dana)).find(({ name }) => name === 'Other')!.id

test('confirming says who and when, and changes nothing else', async () => {
  const id = await add(dana, whole)
  await town.db.owner.query(`update service set last_confirmed_at = now() - interval '9 months' where id = $1`, [id])
  const before = await find(id)
  await as(town.tutor, (tx) => tx(confirmService(id)))
  const { lastConfirmedAt, lastConfirmedBy, ...rest } = await find(id)
  expect(before).toMatchObject({ ...rest, lastConfirmedBy: 'Dana Town' })
  expect(lastConfirmedBy).toBe('Ana Ruiz')
  expect(Date.parse(lastConfirmedAt!)).toBeGreaterThan(Date.parse(before.lastConfirmedAt!))
})

test('the organization tells about itself; how far the partnership has come is the school side’s to say', async () => {
  const change = (who: Session, version: number, organization: Partial<Organization>) =>
    as(who, (tx) => tx(changeOrganization(town.id.organization, { version, organization: organization as never })))
  await change(town.tutor, 1, { description: 'We read.', phone: '555-0101' })
  await expect(change(town.tutor, 2, { status: 'prospect' })).rejects.toMatchObject({ hint: 'not_your_role' })
  await expect(change(dana, 1, { status: 'prospect' })).rejects.toMatchObject({ code: 'CN409' })
  await change(dana, 2, { status: 'invited', partnerLevel: 'core' })
  expect(own(await list(mother))).toMatchObject({
    description: 'We read.',
    status: 'invited',
    partnerLevel: 'core',
    version: 3,
  })
})

test('a school’s own programs are supply too', async () => {
  const own = { name: 'North’s own programs', sector: 'education' as const, schoolId: town.id.school }
  await as(dana, (tx) => tx(addOrganization(own)))
  expect((await list(dana)).find(({ name }) => name === own.name)).toMatchObject({
    schoolId: town.id.school,
    status: 'joined',
  })
  await expect(as(dana, (tx) => tx(addOrganization({ ...own, schoolId: town.id.child })))).rejects.toMatchObject({
    hint: 'not_found',
  })
})
