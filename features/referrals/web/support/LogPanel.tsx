import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, dayOf } from '#web/dates.ts'
import { CommunityTimeZone } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Field } from '#web/ui/Field.tsx'
import type { Participant } from '../../contract.ts'
import type { NewSupport } from '../../support/contract.ts'
import { newKey } from './new-key.ts'
import { PromiseForm } from './PromiseForm.tsx'

const usualMinutes = 30

type Props = { participant: Participant; onLog: (log: NewSupport) => Promise<void> }

/** What was given: the usual in one tap, anything else in a few. */
export function LogPanel({ participant, onLog }: Props) {
  const { t } = useTranslation()
  const today = dayOf(new Date(), useContext(CommunityTimeZone))
  const usual = participant.promisedMinutes ?? usualMinutes
  const [on, setOn] = useState(today)
  const [minutes, setMinutes] = useState(`${usual}`)
  const [isInSchoolTime, setInSchoolTime] = useState(participant.isInSchoolTime ?? false)
  const [isBusy, setBusy] = useState(false)
  const save = async (what: Pick<NewSupport, 'on' | 'attendance' | 'minutes'>) => {
    if (isBusy) return
    setBusy(true)
    const { studentId, participationId } = participant
    await onLog({ key: newKey(), studentId, participationId, isInSchoolTime, ...what })
    setBusy(false)
  }
  const given = Number(minutes)
  const isWrong = !Number.isInteger(given) || given < 1 || given > 600
  return (
    <div className="support-panel">
      <div className="form-actions">
        <ActionButton kind="main" onClick={() => void save({ on: today, attendance: 'present', minutes: usual })}>
          {t('support.today', { minutes: usual })}
        </ActionButton>
        <ActionButton onClick={() => void save({ on: today, attendance: 'absent', minutes: 0 })}>
          {t('support.absentToday')}
        </ActionButton>
      </div>
      <details>
        <summary>{t('support.other')}</summary>
        <DateField label={t('support.day')} value={on} min={addDays(today, -60)} max={today} onDay={setOn} />
        <Field label={t('support.minutes')} error={isWrong ? t('support.minutesWrong') : undefined}>
          {(describe) => (
            <input
              {...describe}
              inputMode="numeric"
              value={minutes}
              onChange={({ target }) => setMinutes(target.value)}
            />
          )}
        </Field>
        <label className="choice">
          <input type="checkbox" checked={isInSchoolTime} onChange={({ target }) => setInSchoolTime(target.checked)} />
          {t('support.inSchoolTime')}
        </label>
        <div className="form-actions">
          <ActionButton onClick={() => !isWrong && void save({ on, attendance: 'present', minutes: given })}>
            {t('support.save')}
          </ActionButton>
          <ActionButton kind="quiet" onClick={() => void save({ on, attendance: 'excused', minutes: 0 })}>
            {t('support.excused')}
          </ActionButton>
        </div>
      </details>
      <PromiseForm participant={participant} />
    </div>
  )
}
