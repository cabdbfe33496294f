import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { listCommunities } from '#features/communities/queries.ts'
import { requireCommunity } from '#features/communities/create.ts'
import { cast } from '#features/demo/cast.ts'
import type { PersonKey } from '#features/demo/people.ts'
import { inviteSteward } from '#features/people/owner-acts.ts'
import { projectRoot } from '#platform/migrate.ts'
import { unsafeAsOwner } from '#platform/owner.ts'

/** Someone who walks through all pages that their hat leads to, from link to link. */
export type Walker = {
  who: string
  person?: PersonKey
  hat?: RegExp
  language?: 'es'
  /** Addresses to which no link leads: a letter's, a bookmark's, a mistaken one. */
  entrances?: (page: Page) => Promise<string[]>
}

/** Where links of mails lead; what they carry matters only once a button is pressed. */
const letters = ['/sign-in/link', '/recovery/new']

/** Addresses that lead on by themselves, before anybody could read them. */
export const passedThrough: readonly string[] = ['/sign-in/done']

const mistaken = (address: string) => async () => [address]

/** One of every role, in the order in which they come; the grandmother and the father read Spanish. */
export const walkers: readonly Walker[] = [
  { who: 'a coordinator', person: 'dana', entrances: mistaken('/app/no-such-page') },
  { who: 'a principal', person: 'ruth' },
  { who: 'a counselor', person: 'luis' },
  // A principal may come to the reviews first, and is led no further.
  { who: 'a teacher', person: 'grace', entrances: async () => ['/app/reviews'] },
  { who: 'a data steward', person: 'priya', entrances: async (page) => [await importToMap(page)] },
  { who: 'a partner worker', person: 'omar' },
  { who: 'a partner worker without an agreement', person: 'tess' },
  { who: 'a volunteer', person: 'walt' },
  { who: 'a parent', person: 'ngozi' },
  { who: 'a father who reads Spanish', person: 'hector', language: 'es' },
  { who: 'a grandmother who is guardian of two', person: 'lucia', hat: /^Familia de Mateo/, language: 'es' },
  { who: 'a student of 18', person: 'leila' },
  { who: 'the backbone', person: 'imani' },
  { who: 'a network analyst', person: 'anders' },
  { who: 'a stranger', person: 'sam' },
  {
    who: 'someone who is not signed in',
    entrances: async () => [
      '/',
      '/sign-in',
      await openInvitation(),
      ...letters,
      '/outbox',
      '/api/docs',
      '/no-such-page',
    ],
  },
  { who: 'someone who is not signed in and reads Spanish', language: 'es', entrances: async () => ['/', '/sign-in'] },
]

/** An invitation that nobody has answered yet. */
const openInvitation = () =>
  unsafeAsOwner(inject('ownerUrl'), async (tx) => {
    if ((await tx(listCommunities())).length !== 1) throw new Error('The journeys have one community.')
    const { communityId, districtId } = await requireCommunity(tx, cast.community.slug)
    return `/invitation/${await inviteSteward(tx, communityId, districtId, 'walker@riverbend.example')}`
  })

/** A file without a standard, received and checked: the page where the steward says what its columns mean. */
async function importToMap(page: Page): Promise<string> {
  const imports = `/api/v1/${cast.community.slug}/imports`
  const csrf = (await page.context().cookies()).find(({ name }) => name === 'concentric_csrf')?.value ?? ''
  const buffer = Buffer.from('Pupil,Day,What\n1,2025-09-03,late\n')
  const files = { name: 'lateness.csv', mimeType: 'text/csv', buffer }
  const sent = await page.request.post(imports, {
    headers: { 'x-csrf': csrf },
    multipart: { sourceName: 'Gate', files },
  })
  const { id } = (await sent.json()) as { id: string }
  for (;;) {
    const { state } = (await (await page.request.get(`${imports}/${id}`)).json()) as { state: string }
    if (state === 'needs_mapping') return `/app/imports/${id}/mapping`
    if (!['received', 'reading', 'checking'].includes(state)) throw new Error(`The import is ${state}.`)
  }
}

/** The paths in the route tables of the shells (web/…/routes.tsx), such as /app/students/$id. */
export function routePaths(): string[] {
  const shells = readdirSync(path.join(projectRoot, 'web'))
    .map((folder) => path.join(projectRoot, 'web', folder, 'routes.tsx'))
    .filter((file) => existsSync(file))
  return shells.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const paths = [...text.matchAll(/\bpath: '([^']+)'/g)].map((match) => match[1]!)
    const routes = [...text.matchAll(/createRoute\(/g)].length
    if (paths.length !== routes) throw new Error(`${file}: each of its ${routes} routes has a path: '…' of its own.`)
    return paths
  })
}

/** The route that opens an address; a fixed part is nearer than one with a $. Undefined where no route does. */
export function routeOf(address: string, paths: readonly string[]): string | undefined {
  const parts = address
    .replace(/[?#].*$/, '')
    .replace(/(.)\/$/, '$1')
    .split('/')
  const fits = (route: string) => {
    const wanted = route.split('/')
    return wanted.length === parts.length && wanted.every((part, i) => part.startsWith('$') || part === parts[i])
  }
  const variables = (route: string) => route.split('$').length
  return paths.filter(fits).sort((a, b) => variables(a) - variables(b))[0]
}
