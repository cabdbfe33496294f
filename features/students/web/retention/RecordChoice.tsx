import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { Field } from '#web/ui/Field.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Chosen } from './HoldForm.tsx'
import { keptRecordsQuery } from './retention-queries.ts'

type Props = { chosen: string | undefined; error: string | undefined; onChoose: (record: Chosen) => void }

/** Whose records: found by name or number, also where the district's files do not hold the student any more. */
export function RecordChoice({ chosen, error, onChoose }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const found = useQuery(keptRecordsQuery(path, asked))
  const records = asked ? (found.data ?? []) : []
  return (
    <>
      <Field label={t('holds.whose')} hint={t('holds.whoseHint')} error={error}>
        {(describe) => (
          <input
            {...describe}
            type="search"
            autoComplete="off"
            maxLength={100}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {records.length > 0 && (
        <fieldset className="fieldset">
          <legend>{t('holds.found')}</legend>
          {records.map((record) => (
            <label key={record.studentId} className="choice">
              <input
                type="radio"
                name="record"
                checked={chosen === record.studentId}
                onChange={() => onChoose(record)}
              />
              <span>
                {record.studentName}
                <span className="small soft holds-record">
                  {[record.schoolName, record.externalId, record.isHeld && t('holds.isHeld')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p role="status" className="small soft">
        {asked && found.isSuccess && !found.isPlaceholderData && records.length === 0 && t('holds.nobodyFound')}
      </p>
    </>
  )
}
