import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { StudentRecord } from '../../contract.ts'
import type { Fact } from '../../corrections/contract.ts'
import { askedAbout, correctionsPartId, correctionsQuery } from './correction-queries.ts'
import { CorrectionCard } from './CorrectionCard.tsx'
import { factsIn } from './fact-choices.ts'
import { OwnSteps } from './OwnSteps.tsx'
import { WrongFactForm } from './WrongFactForm.tsx'

/** On a student's page: say that a fact is wrong, and read what became of it. */
export function CorrectionsPart({ record, className }: { record: StudentRecord; className?: string }) {
  const { t } = useTranslation()
  const titleId = useId()
  const { path } = useCommunity()
  const asked = useQuery(correctionsQuery(path, record.studentId))
  const beside = askedAbout.use()
  const fact = beside?.student === record.studentId ? beside.fact : null
  const setFact = (next: Fact | null) => askedAbout.set(next && { student: record.studentId, fact: next })
  const [first] = factsIn(record)
  if (first === undefined) return null
  return (
    <section id={correctionsPartId} tabIndex={-1} className={className} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('correction.title')}</h2>
      <p>{t('correction.text')}</p>
      {fact === null ? (
        <div className="form-actions not-in-print">
          <ActionButton onClick={() => setFact(first)}>{t('correction.say')}</ActionButton>
        </div>
      ) : (
        <WrongFactForm record={record} fact={fact} onFact={setFact} onDone={() => setFact(null)} />
      )}
      {asked.isError && <ProblemNotice problem={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data?.map((correction) => (
        <CorrectionCard key={correction.id} correction={correction} heading="h3">
          {correction.isMine && <OwnSteps correction={correction} />}
        </CorrectionCard>
      ))}
    </section>
  )
}
