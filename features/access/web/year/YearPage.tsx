import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { api } from '#web/api.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { YearTurn } from '../../year/contract.ts'
import { nextSchoolYear } from './next-school-year.ts'
import { Rehearsal } from './Rehearsal.tsx'
import { turnsQuery, useYearAct } from './year-queries.ts'

/** For the data steward: the turn of the school year, rehearsed before it is done. */
export function YearPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [text, setText] = useState(() => nextSchoolYear(new Date()))
  const [year, setYear] = useState('')
  const [isOff, setOff] = useState(false)
  const turns = useQuery(turnsQuery(path))
  usePageTitle(t('room.year'))
  const look = (event: FormEvent) => {
    event.preventDefault()
    const isYear = /^\d{4}-\d{2}$/.test(text.trim())
    setOff(!isYear)
    if (isYear) setYear(text.trim())
  }
  return (
    <>
      <h1>{t('room.year')}</h1>
      <p>{t('year.text')}</p>
      <form onSubmit={look} noValidate className="not-in-print">
        <Field label={t('year.to')} hint={t('year.toHint')} error={isOff ? t('refusal.year_unknown') : undefined}>
          {(describe) => <input {...describe} value={text} onChange={({ target }) => setText(target.value)} />}
        </Field>
        <ActionButton type="submit" kind="main">
          {t('year.rehearse')}
        </ActionButton>
      </form>
      {year && <Rehearsal year={year} isTurned={turns.data?.some(({ toYear }) => toYear === year) ?? false} />}
      {turns.isError && <ProblemNotice problem={turns.error} onRetry={() => void turns.refetch()} />}
      {turns.data?.map((turn) => (
        <TurnCard key={turn.id} turn={turn} />
      ))}
    </>
  )
}

function TurnCard({ turn }: { turn: YearTurn }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const back = useYearAct(
    () => api.post(`${path}/year-turns/${turn.id}/undoing`),
    () => announce(t('year.turnedBack')),
  )
  return (
    <section className="card">
      <h2>{t('year.turned', { year: turn.toYear })}</h2>
      <p>
        {t('year.turnedFacts', {
          when: format.moment(turn.appliedAt),
          by: turn.byName,
          rows: format.number(turn.rows),
          day: format.day(turn.endedOn),
        })}
      </p>
      <ActionButton kind="grave" onClick={() => !back.isPending && back.mutate(undefined)}>
        {t('year.turnBack')}
      </ActionButton>
      {back.error && <ProblemNotice problem={back.error} />}
    </section>
  )
}
