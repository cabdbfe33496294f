import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, dayOf } from '#web/dates.ts'
import { CommunityTimeZone } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Participant } from '../../contract.ts'
import { attendances } from '../../support/attendances.ts'
import type { Session } from '../../support/contract.ts'
import { newKey } from './new-key.ts'
import { useTakeAttendance } from './session-queries.ts'

type Mark = (typeof attendances)[number]
type Props = { serviceId: string; session: Session | null; participants: readonly Participant[]; onDone: () => void }

/** Who was there: everybody, but for those who are marked otherwise. */
export function AttendanceForm({ serviceId, session, participants, onDone }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const today = dayOf(new Date(), useContext(CommunityTimeZone))
  const [key] = useState(() => session?.key ?? newKey())
  const [on, setOn] = useState(session?.on ?? today)
  const [minutes, setMinutes] = useState(`${session?.minutes ?? 60}`)
  const [isInSchoolTime, setInSchoolTime] = useState(session?.isInSchoolTime ?? false)
  const [marks, setMarks] = useState<Record<string, Mark>>(() =>
    Object.fromEntries(session?.rows.map((row) => [row.participationId, row.attendance]) ?? []),
  )
  const taking = useTakeAttendance(path)
  const markOf = ({ participationId }: Participant): Mark => marks[participationId] ?? 'present'
  const given = Number(minutes)
  const isWrong = !Number.isInteger(given) || given < 1 || given > 600
  const save = () => {
    if (isWrong) return
    const rows = participants.map((participant) => {
      const { studentId, participationId } = participant
      const attendance = markOf(participant)
      return { studentId, participationId, attendance, minutes: attendance === 'present' ? given : 0 }
    })
    const saved = () => {
      announce(t('serviceSessions.saved'))
      onDone()
    }
    const version = session?.version ?? 0
    taking.mutate({ key, serviceId, on, minutes: given, isInSchoolTime, version, rows }, { onSuccess: saved })
  }
  return (
    <SubmitForm
      label={t('serviceSessions.form')}
      submit={t('serviceSessions.save')}
      waiting={taking.isPending}
      problem={taking.error}
      onSubmit={save}
      onCancel={onDone}
    >
      {!session && (
        <>
          <DateField label={t('support.day')} value={on} min={addDays(today, -60)} max={today} onDay={setOn} />
          <label className="choice">
            <input
              type="checkbox"
              checked={isInSchoolTime}
              onChange={({ target }) => setInSchoolTime(target.checked)}
            />
            {t('support.inSchoolTime')}
          </label>
        </>
      )}
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
      {participants.map((participant) => (
        <MarkChoice
          key={participant.participationId}
          participant={participant}
          mark={markOf(participant)}
          onMark={(mark) => setMarks({ ...marks, [participant.participationId]: mark })}
        />
      ))}
    </SubmitForm>
  )
}

type MarkProps = { participant: Participant; mark: Mark; onMark: (mark: Mark) => void }

function MarkChoice({ participant: { participationId, studentName }, mark, onMark }: MarkProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="fieldset">
      <legend>{studentName ?? t('partner.nameNotShared')}</legend>
      {attendances.map((each) => (
        <label key={each} className="choice">
          <input type="radio" name={`mark-${participationId}`} checked={mark === each} onChange={() => onMark(each)} />
          {t(`serviceSessions.mark.${each}`)}
        </label>
      ))}
    </fieldset>
  )
}
