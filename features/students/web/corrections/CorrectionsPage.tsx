import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Correction } from '../../corrections/contract.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { correctionsQuery } from './correction-queries.ts'
import { CorrectionCard } from './CorrectionCard.tsx'
import { OwnSteps } from './OwnSteps.tsx'

/** Facts that somebody says are wrong: open ones first. The data steward answers; the school's people read. */
export function CorrectionsPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const found = useQuery(correctionsQuery(path))
  usePageTitle(t('room.corrections'))
  return (
    <>
      <h1>{t('room.corrections')}</h1>
      <p>{t('correction.pageText')}</p>
      {found.isPending && <Waiting />}
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 && <EmptyPlace title={t('correction.none')}>{t('correction.noneText')}</EmptyPlace>}
      {found.data?.map((correction) => (
        <OneCorrection key={correction.id} correction={correction} />
      ))}
    </>
  )
}

function OneCorrection({ correction }: { correction: Correction }) {
  const { t } = useTranslation()
  const [isAnswering, setAnswering] = useState(false)
  const { studentId, studentName, schoolName, mayAnswer, isMine, state } = correction
  const about = (
    <p>
      <Link to="/app/students/$id" params={{ id: studentId }}>
        {studentName}
      </Link>
      {schoolName && ` · ${schoolName}`}
    </p>
  )
  return (
    <CorrectionCard correction={correction} heading="h2" about={about}>
      {isMine && !isAnswering && <OwnSteps correction={correction} />}
      {mayAnswer && !isAnswering && (
        <div className="form-actions">
          <ActionButton kind={state === 'open' ? 'main' : 'quiet'} onClick={() => setAnswering(true)}>
            {t(state === 'open' ? 'correction.answerIt' : 'correction.answerAnew')}
          </ActionButton>
        </div>
      )}
      {isAnswering && <AnswerForm correction={correction} onDone={() => setAnswering(false)} />}
    </CorrectionCard>
  )
}
