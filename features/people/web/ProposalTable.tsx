import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { Pager } from '#web/ui/Pager.tsx'
import type { Proposal } from '../contract.ts'
import { DecideBar } from './DecideBar.tsx'
import { ProposalRow } from './ProposalRow.tsx'
import './ProposalTable.css'

const pageSize = 50
const kinds = ['all', 'membership', 'guardianship'] as const

export function ProposalTable({ proposals }: { proposals: readonly Proposal[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [kind, setKind] = useState<(typeof kinds)[number]>('all')
  const [wantedPage, setPage] = useState(1)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const found = proposals.filter((proposal) => kind === 'all' || proposal.kind === kind)
  const page = Math.min(wantedPage, Math.max(1, Math.ceil(found.length / pageSize)))
  const shown = found.slice((page - 1) * pageSize, page * pageSize)
  const isWhole = shown.length > 0 && shown.every(({ id }) => chosen.has(id))
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))))
  return (
    <>
      <fieldset className="fieldset proposal-kinds">
        <legend className="only-read-aloud">{t('proposals.kind')}</legend>
        {kinds.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="kind" checked={kind === each} onChange={() => setKind(each)} />
            <span>{t(`proposals.kinds.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <DecideBar proposals={proposals.filter(({ id }) => chosen.has(id))} onDecided={() => setChosen(new Set())} />
      <Pager page={page} size={pageSize} total={found.length} onGo={setPage} />
      <label className="choice">
        <input
          type="checkbox"
          checked={isWhole}
          onChange={() =>
            choose(
              shown.map(({ id }) => id),
              !isWhole,
            )
          }
        />
        <span>{t('proposals.chooseAll', { count: shown.length, number: format.number(shown.length) })}</span>
      </label>
      <ul className="plain-list proposal-list">
        {shown.map((proposal) => (
          <ProposalRow
            key={proposal.id}
            proposal={proposal}
            isChosen={chosen.has(proposal.id)}
            onChoose={(isChosen) => choose([proposal.id], isChosen)}
          />
        ))}
      </ul>
    </>
  )
}
