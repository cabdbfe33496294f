import type { Viewer } from '#features/access/contract.ts'
import type { Referral } from '#features/referrals/contract.ts'
import type { Contact } from '#features/students/contract.ts'
import type { PictureItem, Ring } from '#web/charts/concentric-layout.ts'

export type RingWords = {
  role: (role: string) => string
  relation: (relation: string) => string
  state: (state: string) => string
  gap: (gap: Gap) => string
}
export type Gap = 'family' | 'adult' | 'school' | 'partner'
type Around = { contacts: readonly Contact[] | null; viewers: readonly Viewer[]; referrals: readonly Referral[] | null }

const shown = 4
const schoolRoles = ['coordinator', 'counselor', 'social_worker', 'nurse', 'teacher', 'principal']
const closed = new Set(['declined', 'withdrawn', 'expired', 'completed', 'ended_early', 'entered_in_error'])

const gapItem = (gap: Gap, words: RingWords): PictureItem => ({ id: `gap-${gap}`, label: words.gap(gap), gap: true })

function family(contacts: readonly Contact[], words: RingWords): PictureItem[] {
  const people = contacts.slice(0, shown).map(({ id, name, relation }) => ({
    id,
    label: name,
    detail: words.relation(relation),
    href: '#family',
  }))
  const gaps: Gap[] = people.length === 0 ? ['family', 'adult'] : ['adult']
  return [...people, ...gaps.map((gap) => gapItem(gap, words))]
}

function school(viewers: readonly Viewer[], words: RingWords): PictureItem[] {
  const staff = viewers
    .filter(({ role, organizationName }) => organizationName === null && schoolRoles.includes(role))
    .sort((one, other) => schoolRoles.indexOf(one.role) - schoolRoles.indexOf(other.role))
  const people = [...new Map(staff.map((viewer) => [viewer.personName, viewer])).values()].slice(0, shown)
  if (people.length === 0) return [gapItem('school', words)]
  return people.map(({ personName, role }) => ({
    id: `school-${personName}`,
    label: personName,
    detail: words.role(role),
    href: '#viewers',
  }))
}

function partners(referrals: readonly Referral[], words: RingWords): PictureItem[] {
  const open = referrals.filter(({ state }) => !closed.has(state)).slice(0, shown)
  if (open.length === 0) return [gapItem('partner', words)]
  return open.map(({ id, serviceName, organizationName, state }) => ({
    id,
    label: serviceName,
    detail: `${organizationName} · ${words.state(state)}`,
    href: '#referrals',
  }))
}

/** Who stands around the student, from what is on record. Where nobody stands there is a place with an invitation; a ring that the reader does not hold is left out. */
export function studentRings({ contacts, viewers, referrals }: Around, words: RingWords): Ring[] {
  const rings: (Ring | null)[] = [
    contacts && { name: 'family', items: family(contacts, words) },
    { name: 'school', items: school(viewers, words) },
    referrals && { name: 'partners', items: partners(referrals, words) },
  ]
  return rings.filter((ring) => ring !== null)
}
