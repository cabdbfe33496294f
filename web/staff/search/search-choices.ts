import type { Found } from '#features/search/contract.ts'

export type Choice = {
  key: string
  kind: 'page' | 'student' | 'organization' | 'service' | 'agreement'
  name: string
  more: string
  to: string
}
type Page = { to: string; label: string }

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What the list offers: pages first, for they are there at once, then what the server found. */
export function choicesOf(typed: string, pages: readonly Page[], found: Found | undefined, role: string): Choice[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const isPartner = role === 'partner_worker'
  const organizationPage = isPartner ? '/app/agreements' : '/app/partners'
  const choice = (kind: Choice['kind'], id: string, name: string, more: string, to: string): Choice => ({
    ...{ key: `${kind} ${id}`, kind, name, more, to },
  })
  return [
    ...pages
      .filter(({ label }) => words.every((word) => plain(label).includes(word)))
      .map(({ to, label }) => choice('page', to, label, '', to)),
    ...(found?.students ?? []).map(({ id, name, externalId, schoolName }) =>
      choice(
        ...(['student', id, name, [schoolName, externalId].filter(Boolean).join(' · ')] as const),
        isPartner ? `/app/participants/${id}` : `/app/students/${id}`,
      ),
    ),
    ...(found?.organizations ?? []).map(({ id, name }) => choice('organization', id, name, '', organizationPage)),
    ...(found?.services ?? []).map(({ id, name, organizationName }) =>
      choice('service', id, name, organizationName, organizationPage),
    ),
    ...(found?.agreements ?? []).map(({ id, title, number, organizationName }) =>
      choice('agreement', id, title, `${number} · ${organizationName}`, '/app/agreements'),
    ),
  ]
}
