import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp, type App } from '#platform/app.ts'
import type { Tx } from '#platform/database.ts'
import { projectRoot } from '#platform/migrate.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import type { Finder } from '../finder/contract.ts'
import { partners } from '../index.ts'
import { addService, changeService } from '../queries.ts'
import type { NewService } from '../services/contract.ts'
import type { HsdsPage, HsdsService } from './contract.ts'

const schemas = path.join(projectRoot, '../shared/data/hsds-spec-3.0/schema')
const isThere = existsSync(schemas)
if (!isThere) console.warn(`Not checked against the schemas of HSDS: there is no ${schemas}.`)

let town: SmallTown
let app: App
beforeAll(async () => {
  town = await openSmallTown()
  await town.db.owner.query(`update service set is_public = false`)
  app = await buildApp(town.db.database, [partners], { requestsPerMinute: 100_000 })
  for (const service of [
    bikes,
    shelter,
    { ...bikes, name: 'Hidden', isPublic: false },
    { ...bikes, name: 'Gone', status: 'defunct' as const },
    bare,
  ])
    await offer(service)
})
afterAll(async () => {
  await app.close()
  await town.db.close()
})
const slug = 'town'

const as = <T>(work: (tx: Tx) => Promise<T>) => town.db.database.as(town.tutor, null, work)
const offer = (service: NewService) => as(async (tx) => (await tx(addService(town.id.organization, service)))[0]!.id)
const get = async <T>(url: string) => {
  const answer = await app.inject({ url: `/api/v1${url}` })
  return { status: answer.statusCode, body: answer.json<T>() }
}
const services = async (query = '') => (await get<HsdsPage>(`/hsds/${slug}/services${query}`)).body

const place = {
  name: 'Workshop',
  address1: '1 Mill Street',
  city: 'Town',
  region: 'IL',
  postalCode: '61000',
  latitude: 41.5,
  longitude: -90.5,
}
const hours = { startsAt: '15:30', endsAt: '17:00', validFrom: null, validTo: '2027-06-01', description: '' }
const bikes: NewService = {
  ...{
    name: 'Bike workshop',
    description: 'Repairs.',
    programName: 'Workshops',
    needDomains: ['enrichment', 'academic'],
  },
  ...{
    eligibility: 'Likes tools',
    gradeLevels: ['06'],
    minAge: 11,
    maxAge: 14.5,
    languages: ['en', 'es'],
    capacity: 12,
  },
  ...{
    cost: 'sliding',
    costNote: 'As you can',
    documents: ['A slip'],
    application: 'Come by',
    evidenceTier: 2,
    evidenceCitation: 'A study',
  },
  ...{
    isAccepting: false,
    contactName: 'Omar',
    url: 'https://river.example/bikes',
    email: 'omar@river.example',
    phone: '555-0100',
  },
  schedules: [
    { ...hours, rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH' },
    { ...hours, rrule: 'FREQ=MONTHLY;BYMONTHDAY=1' },
    { ...hours, rrule: 'FREQ=YEARLY;BYMONTH=6' },
    { ...hours, rrule: null, description: 'By appointment' },
  ],
  locations: [place, { name: 'Somewhere without an address' }],
}
const shelter: NewService = {
  ...bikes,
  name: 'Shelter',
  isConfidential: true,
  locations: [{ ...place, name: 'Secret house', latitude: 12.345678 }],
}
const bare: NewService = {
  name: 'Bare',
  needDomains: ['family'],
  url: 'not an address',
  email: 'nor this',
  languages: [],
}

test('says which version it speaks, and that there is no such community', async () => {
  expect((await get(`/hsds/${slug}`)).body).toMatchObject({ version: '3.0' })
  for (const url of [
    '/hsds/nowhere',
    '/hsds/nowhere/services',
    '/finder/nowhere',
    `/hsds/${slug}/services/${town.id.child}`,
  ])
    expect((await get(url)).status, url).toBe(404)
})

test('pages as HSDS tells them, and everything asked for at once is all meant', async () => {
  const all = await services()
  expect(all).toMatchObject({
    total_items: 3,
    total_pages: 1,
    page_number: 1,
    size: 3,
    first_page: true,
    last_page: true,
    empty: false,
  })
  expect(all.contents.map(({ name }) => name)).toEqual(['Bare', 'Bike workshop', 'Shelter'])
  expect(await services('?per_page=2&page=2')).toMatchObject({
    total_items: 3,
    total_pages: 2,
    size: 1,
    first_page: false,
    last_page: true,
  })
  expect(await services('?page=9')).toMatchObject({ empty: true, size: 0 })
  const term = all.contents[1]!.attributes!.find(({ taxonomy_term: { code } }) => code === 'academic')!.taxonomy_term_id
  expect((await services(`?taxonomy_term_id=${term}&search=BIKE`)).total_items).toBe(1)
  expect((await services(`?taxonomy_term_id=${term}&search=shelter%20bike`)).total_items).toBe(0)
  expect((await services('?modified_after=2999-01-01T00:00:00Z')).total_items).toBe(0)
})

test('tells what the organization told: ages, hours, place, papers, cost and evidence, and nothing that nobody said', async () => {
  const [bareOne, found] = (await services()).contents
  expect(found).toMatchObject({
    minimum_age: 11,
    maximum_age: 14.5,
    url: bikes.url,
    alert: expect.stringContaining('nobody new'),
    program: { name: 'Workshops' },
  })
  expect(found!.schedules).toMatchObject([
    { freq: 'WEEKLY', interval: 2, byday: 'TU,TH', opens_at: '15:30', closes_at: '17:00', valid_to: '2027-06-01' },
    { freq: 'MONTHLY', bymonthday: '1' },
    { description: 'FREQ=YEARLY;BYMONTH=6' },
    { description: 'By appointment' },
  ])
  expect(found!.service_at_locations!.map(({ location }) => location.addresses?.[0]?.postal_code)).toEqual([
    undefined,
    '61000',
  ])
  expect(found!.attributes!.map(({ taxonomy_term, value }) => [taxonomy_term.code, value])).toEqual([
    ['enrichment', undefined],
    ['academic', undefined],
    ['06', undefined],
    ['2', 'A study'],
  ])
  expect(Object.keys(bareOne!).sort()).toEqual([
    'assured_date',
    'attributes',
    'id',
    'last_modified',
    'name',
    'organization',
    'organization_id',
    'status',
  ])
})

test('the public learns what an organization lists for it, of a confidential service neither where nor when, and no count', async () => {
  const finder = await get<Finder>(`/finder/${slug}`)
  const told = JSON.stringify([finder.body, (await services()).contents])
  expect(finder.body.services.map(({ name }) => name)).toEqual(['Bare', 'Bike workshop', 'Shelter'])
  expect(finder.body.services[2]).toMatchObject({
    isConfidential: true,
    schedules: [],
    locations: [],
    phone: '555-0100',
  })
  for (const secret of [
    'Secret house',
    '12.345678',
    'capacity',
    '"open"',
    'Dana',
    'Hidden',
    'Gone',
    town.id.child,
    town.id.tutorAccount,
    'Ana Ruiz',
  ])
    expect(told).not.toContain(secret)
  await town.db.owner.query(`update organization set status = 'prospect'`)
  expect((await services()).total_items).toBe(0)
  await town.db.owner.query(`update organization set status = 'active'`)
})

test.skipIf(!isThere)('every document is valid by the schemas of HSDS 3.0, and the same each time', async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  for (const file of readdirSync(schemas).filter((each) => each.endsWith('.json') && each !== 'openapi.json'))
    ajv.addSchema(JSON.parse(readFileSync(path.join(schemas, file), 'utf8')) as object, file)
  const isValid = ajv.getSchema('service.json')!
  const { contents } = await services()
  for (const document of contents) {
    expect(isValid(document), `${document.name}: ${ajv.errorsText(isValid.errors)}`).toBe(true)
    expect((await get<HsdsService>(`/hsds/${slug}/services/${document.id}`)).body).toEqual(document)
  }
  expect(isValid({ ...contents[0], status: 'paused' })).toBe(false)
  await as((tx) => tx(changeService(contents[0]!.id, { version: 1, service: { description: 'More' } })))
})
