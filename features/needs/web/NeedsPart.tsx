import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudentRecord } from '#features/students/contract.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useHat } from '#web/use-hat.ts'
import type { Need, StudentNeeds } from '../contract.ts'
import { domains, isLiving, type Domain } from '../need-kinds.ts'
import { FlagProposals } from './FlagProposals.tsx'
import { NeedForm } from './NeedForm.tsx'
import { NeedLine } from './NeedLine.tsx'
import { needsQuery } from './needs-queries.ts'
import '#features/students/web/RecordParts.css'
import '#features/students/web/notes/Notes.css'
import './Needs.css'

type Props = { record: StudentRecord; name: string; facts: readonly string[] }

/** What a student needs: what flags propose, what is open, what is over, and what nobody has asked about yet. */
export function NeedsPart({ record, name, facts }: Props) {
  const { t } = useTranslation()
  const { path, language } = useCommunity()
  const needs = useQuery(needsQuery(path, record.studentId, language))
  return (
    <section className="card part-needs" id="needs" tabIndex={-1} aria-labelledby="needs-title">
      <h2 id="needs-title">{t('student.part.needs')}</h2>
      {needs.isPending && <Waiting />}
      {needs.isError && <ProblemNotice problem={needs.error} onRetry={() => void needs.refetch()} />}
      {needs.data && <NeedsInside {...{ record, name, facts }} known={needs.data} />}
    </section>
  )
}

function NeedsInside({ record, name, facts, known }: Props & { known: StudentNeeds }) {
  const { t } = useTranslation()
  const { role } = useHat()
  const [adding, setAdding] = useState<Domain | 'any' | null>(null)
  const about = { studentId: record.studentId, name }
  const living = known.needs.filter(({ status }) => isLiving(status))
  const over = known.needs.filter(({ status }) => !isLiving(status))
  const mayAdd = record.writable.includes('needs')
  return (
    <>
      {known.mayDecide && <FlagProposals {...about} proposals={known.proposals} />}
      {living.length === 0 && adding === null && (
        <EmptyPlace title={t('student.none.needs', { name })}>{t('student.noneText.needs')}</EmptyPlace>
      )}
      <NeedList needs={living} {...{ record, name, facts }} />
      {adding !== null && (
        <NeedForm
          {...about}
          domain={adding === 'any' ? undefined : adding}
          isTeacher={role === 'teacher'}
          onDone={() => setAdding(null)}
          onCancel={() => setAdding(null)}
        />
      )}
      {mayAdd && adding === null && <Unasked known={known} onAdd={setAdding} />}
      {over.length > 0 && (
        <details className="needs-over not-in-print">
          <summary>{t('need.over', { count: over.length })}</summary>
          <NeedList needs={over} {...{ record, name, facts }} />
        </details>
      )}
    </>
  )
}

const NeedList = ({ needs, ...about }: Props & { needs: readonly Need[] }) =>
  needs.length > 0 && (
    <ul className="plain-list writing-list">
      {needs.map((need) => (
        <li key={need.id}>
          <NeedLine need={need} {...about} />
        </li>
      ))}
    </ul>
  )

/** The kinds of need of which nothing is known: a place that asks to be filled, and no sign that all is well. */
function Unasked({ known, onAdd }: { known: StudentNeeds; onAdd: (domain: Domain | 'any') => void }) {
  const { t } = useTranslation()
  const told = new Set(known.needs.map(({ domain }) => domain))
  const unasked = known.mayDecide ? domains.filter((domain) => !told.has(domain)) : []
  return (
    <div className="needs-unasked not-in-print">
      {unasked.length > 0 && <p className="small">{t('need.unasked')}</p>}
      <div className="form-actions">
        {unasked.map((domain) => (
          <ActionButton key={domain} kind="quiet" className="need-unasked" onClick={() => onAdd(domain)}>
            {t(`record.domain.${domain}`)}
          </ActionButton>
        ))}
        <ActionButton onClick={() => onAdd('any')}>{t('student.add.needs')}</ActionButton>
      </div>
    </div>
  )
}
