import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { IdentityPair } from '../../identity/contract.ts'
import { useIdentityDecision } from './identity-queries.ts'
import { PairCard } from './PairCard.tsx'

const shownAtOnce = 25
const keyOf = ({ one, other }: IdentityPair) => `${one.id} ${other.id}`

/** Pairs one below the other. J and K or the arrows go from pair to pair, S says the same person, N says not the same. */
export function PairList({ pairs }: { pairs: readonly IdentityPair[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const list = useRef<HTMLUListElement>(null)
  const decide = useIdentityDecision()
  const say = (pair: IdentityPair, isSame: boolean, keepOther = false) => {
    if (decide.isPending) return
    const [kept, second] = keepOther ? [pair.other, pair.one] : [pair.one, pair.other]
    decide.mutate({ kind: pair.kind, survivorId: kept.id, otherId: second.id, isSame })
  }
  const step = (from: Element, by: number) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-pair]') ?? [])]
    cards[cards.findIndex((card) => card === from) + by]?.focus()
  }
  const onKey = (event: KeyboardEvent<HTMLElement>, pair: IdentityPair) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'j' || key === 'arrowdown') step(event.currentTarget, 1)
    else if (key === 'k' || key === 'arrowup') step(event.currentTarget, -1)
    else if (key === 's') say(pair, true)
    else if (key === 'n') say(pair, false)
    else return
    event.preventDefault()
  }
  return (
    <section aria-labelledby="pairs-title">
      <h2 id="pairs-title">{t('identities.pairs', { count: pairs.length, number: format.number(pairs.length) })}</h2>
      <p className="small soft">{t('identities.keys')}</p>
      {decide.error && <ProblemNotice problem={decide.error} />}
      <ul className="plain-list" ref={list}>
        {pairs.slice(0, shownAtOnce).map((pair) => (
          <li key={keyOf(pair)}>
            <PairCard pair={pair} onKey={(event) => onKey(event, pair)} onSay={(...said) => say(pair, ...said)} />
          </li>
        ))}
      </ul>
      {pairs.length > shownAtOnce && <p className="soft">{t('identities.more')}</p>}
    </section>
  )
}
