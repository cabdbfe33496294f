import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgressBar } from '#web/ui/ProgressBar.tsx'
import type { ImportDetail } from '../contract.ts'
import { useImportState } from './use-import-state.ts'

const second = 1_000

/** Time left is judged by what was seen on this page: rows done before it was opened say nothing about the pace. */
export function ImportProgress({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation()
  const stateWord = useImportState()
  const [start] = useState(() => ({ at: Date.now(), done: detail.rowsDone }))
  const [now, setNow] = useState(start.at)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), second)
    return () => clearInterval(timer)
  }, [])
  const { rowsDone, rowsExpected, state } = detail
  return (
    <div className="card">
      {rowsExpected === null || rowsExpected === 0 ? (
        <p>{stateWord(state)}</p>
      ) : (
        <ProgressBar
          label={stateWord(state)}
          done={rowsDone}
          total={rowsExpected}
          elapsedSeconds={elapsedFor(rowsDone, start, now)}
        />
      )}
      <p className="soft import-progress-words">{t('imports.mayLeave')}</p>
    </div>
  )
}

/** The bar divides all rows done by the time they took, so the time of those done before is added at the pace seen here. */
function elapsedFor(done: number, start: { at: number; done: number }, now: number): number {
  const seen = (now - start.at) / second
  const fresh = done - start.done
  return fresh <= 0 ? 0 : (seen * done) / fresh
}
