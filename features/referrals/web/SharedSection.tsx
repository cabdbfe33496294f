import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import type { StudentRecord } from '../../students/contract.ts'
import { useElementWords } from '../../students/web/use-element-words.ts'
import { SharedFacts } from './SharedFacts.tsx'

/** One shared element: what it is, what it says, and on what it rests. */
export function SharedSection({ element, record }: { element: string; record: StudentRecord }) {
  const titleId = useId()
  const words = useElementWords()
  return (
    <section className="card" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.name(element)}</h2>
      <SharedUnder element={element} />
      <SharedFacts element={element} record={record} />
    </section>
  )
}

// What is told here of an agreement; agreements themselves are a later feature's.
type AgreementLine = {
  number: string
  title: string
  standing: string
  basis: string
  untilOn: string
  elements: string[]
}

function SharedUnder({ element }: { element: string }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const { data } = useQuery({
    queryKey: ['agreements', path],
    queryFn: ({ signal }) => api.get<AgreementLine[]>(`${path}/agreements`, { signal }),
  })
  const agreements = (data ?? []).filter(
    ({ standing, elements }) => standing === 'in_force' && elements.includes(element),
  )
  if (agreements.length === 0) return null
  const names = agreements.map(({ number, title, untilOn }) =>
    t('partner.agreementUntil', { number, title, day: format.day(untilOn) }),
  )
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names)
  const byConsent = agreements.every(({ basis }) => basis === 'consent')
  return (
    <p className="small soft">{t(byConsent ? 'partner.sharedByConsent' : 'partner.shared', { agreements: list })}</p>
  )
}
