import { keyed } from './keyed.ts'
import type { OrganizationKey, SchoolKey } from './places.ts'

export type Role =
  | 'coordinator'
  | 'principal'
  | 'counselor'
  | 'teacher'
  | 'data_steward'
  | 'partner_worker'
  | 'volunteer'
  | 'guardian'
  | 'eligible_student'
  | 'backbone'
  | 'network_analyst'
  | 'stranger'

export type Person = {
  name: { given: string; family: string }
  role: Role
  at: SchoolKey | OrganizationKey | 'district' | 'network' | 'family' | 'nowhere'
  about: string
  email?: string
  language?: string
  /** The id in users.csv of a person whom the district's own files know. */
  sourcedId?: string
}

/** Everyone in Riverbend who has a part to play. All of them are invented. */
export const people = keyed<Person>()({
  dana: {
    name: { given: 'Dana', family: 'Whitfield' },
    role: 'coordinator',
    at: 'lincoln',
    about: 'Coordinates Lincoln’s partnerships and knows which bus each child takes.',
    email: 'dana@riverbend.example',
    sourcedId: 's0001',
  },
  ruth: {
    name: { given: 'Ruth', family: 'Halvorsen' },
    role: 'principal',
    at: 'lincoln',
    about: 'Principal of Lincoln for nine years; stands at the door every morning.',
    email: 'ruth@riverbend.example',
    sourcedId: 's0002',
  },
  luis: {
    name: { given: 'Luis', family: 'Ortega' },
    role: 'counselor',
    at: 'lincoln',
    about: 'School counselor at Lincoln; writes the notes that stay closed.',
    email: 'luis@riverbend.example',
    sourcedId: 's0003',
  },
  grace: {
    name: { given: 'Grace', family: 'Lindqvist' },
    role: 'teacher',
    at: 'lincoln',
    about: 'Teaches one mathematics class of grade 7 at Lincoln, Amara’s and Ben’s.',
    email: 'grace@riverbend.example',
    sourcedId: 's0004',
  },
  noor: {
    name: { given: 'Noor', family: 'Siddiqui' },
    role: 'coordinator',
    at: 'grant',
    about: 'Coordinates Grant’s partnerships; Lincoln’s students are not hers to see.',
    email: 'noor@riverbend.example',
    sourcedId: 's0005',
  },
  priya: {
    name: { given: 'Priya', family: 'Raman' },
    role: 'data_steward',
    at: 'district',
    about: 'Brings the district’s files in and answers when a family asks who saw what.',
    email: 'priya@riverbend.example',
    sourcedId: 's0006',
  },
  omar: {
    name: { given: 'Omar', family: 'Haddad' },
    role: 'partner_worker',
    at: 'riverYouthCenter',
    about: 'Runs the bike workshop and the tutoring at the River Youth Center.',
    email: 'omar@riveryouth.example',
  },
  walt: {
    name: { given: 'Walt', family: 'Jensen' },
    role: 'volunteer',
    at: 'riverYouthCenter',
    about: 'A retired machinist who helps in the bike workshop; he has no placement yet.',
    email: 'walt@riveryouth.example',
  },
  tess: {
    name: { given: 'Tess', family: 'Kowalski' },
    role: 'partner_worker',
    at: 'northsideMentors',
    about: 'Matches mentors at an organization that has signed no agreement.',
    email: 'tess@northside.example',
  },
  ngozi: {
    name: { given: 'Ngozi', family: 'Okafor' },
    role: 'guardian',
    at: 'family',
    about: 'Amara’s mother; works nights at the hospital and answers e-mail at noon.',
    email: 'ngozi@family.example',
    sourcedId: 'g000101',
  },
  hector: {
    name: { given: 'Héctor', family: 'Torres' },
    role: 'guardian',
    at: 'family',
    about: 'Ben’s father; has a phone and no e-mail.',
    language: 'es',
    sourcedId: 'g000102',
  },
  karen: {
    name: { given: 'Karen', family: 'Feld' },
    role: 'guardian',
    at: 'family',
    about: 'Jonah’s mother; she and his father must not see each other’s contacts.',
    email: 'karen@family.example',
    sourcedId: 'g000103',
  },
  david: {
    name: { given: 'David', family: 'Abrams' },
    role: 'guardian',
    at: 'family',
    about: 'Jonah’s father; lives across the river, at an address that stays his own.',
    email: 'david@family.example',
    sourcedId: 'g000104',
  },
  lucia: {
    name: { given: 'Lucía', family: 'Ramírez' },
    role: 'guardian',
    at: 'family',
    about: 'Grandmother and guardian of Sofía and Mateo; reads Spanish.',
    email: 'lucia@family.example',
    language: 'es',
    sourcedId: 'g000105',
  },
  ilse: {
    name: { given: 'Ilse', family: 'Brandt' },
    role: 'guardian',
    at: 'family',
    about: 'Zoë’s aunt and guardian; she also mends sails for a living.',
    email: 'ilse@family.example',
    sourcedId: 'g000106',
  },
  leila: {
    name: { given: 'Leila', family: 'Farouk' },
    role: 'eligible_student',
    at: 'grant',
    about: 'A senior at Grant; eighteen, so the rights in her record are her own.',
    email: 'leila@student.example',
    sourcedId: '000108',
  },
  imani: {
    name: { given: 'Imani', family: 'Brooks' },
    role: 'backbone',
    at: 'riverbendTogether',
    about: 'Leads the backbone team; sees how many, never who.',
    email: 'imani@together.example',
  },
  anders: {
    name: { given: 'Anders', family: 'Holm' },
    role: 'network_analyst',
    at: 'network',
    about: 'Compares communities for the network; sees rates only.',
    email: 'anders@openprairie.example',
  },
  sam: {
    name: { given: 'Sam', family: 'Whitaker' },
    role: 'stranger',
    at: 'nowhere',
    about: 'Has an account and no part in Riverbend.',
    email: 'sam@elsewhere.example',
  },
})

export type PersonKey = keyof typeof people
