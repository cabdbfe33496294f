import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { ReviewedStudent } from '../../review/contract.ts'
import { deskQuery, rosterQuery } from './review-queries.ts'
import type { ReviewSearch } from './review-search.ts'
import { Progress } from './ReviewsPage.tsx'
import { ReviewSheet } from './ReviewSheet.tsx'
import './Review.css'

/** A class, one student after the other. It can be left at any time and goes on with the first student who is not done. */
export function ReviewPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const search = useSearch({ strict: false }) as ReviewSearch
  const roster = useQuery(rosterQuery(path, search))
  usePageTitle(t('review.title'))
  if (roster.isPending) return <Waiting />
  if (roster.isError) return <ProblemNotice problem={roster.error} onRetry={() => void roster.refetch()} />
  const students = roster.data.filter(({ isClosed }) => !isClosed)
  const done = roster.data.filter(({ state }) => state === 'done').length
  const now = students.find(({ studentId }) => studentId === search.student) ?? nextOf(students, undefined)
  return (
    <>
      <div className="review-top">
        <Link to="/app/reviews">{t('review.title')}</Link>
        <Progress
          done={done}
          total={roster.data.length}
          words={t('review.progress', { done, total: roster.data.length })}
        />
      </div>
      {now ? (
        <OneStudent key={now.studentId} students={students} now={now} search={search} />
      ) : (
        <EmptyPlace title={t('review.allDone')} first={<Link to="/app/reviews">{t('review.otherClass')}</Link>}>
          {t('review.allDoneText')}
        </EmptyPlace>
      )}
    </>
  )
}

/** The next student after this one who is not done, going around once. */
export function nextOf(students: readonly ReviewedStudent[], after: string | undefined): ReviewedStudent | undefined {
  const at = students.findIndex(({ studentId }) => studentId === after)
  return [...students.slice(at + 1), ...students.slice(0, at + 1)].find(
    ({ state, studentId }) => state !== 'done' && studentId !== after,
  )
}

type OneProps = { students: readonly ReviewedStudent[]; now: ReviewedStudent; search: ReviewSearch }

function OneStudent({ students, now, search }: OneProps) {
  const { path } = useCommunity()
  const client = useQueryClient()
  const navigate = useNavigate()
  const desk = useQuery(deskQuery(path, now.studentId))
  const go = (student: string | undefined) => {
    void client.invalidateQueries({ queryKey: ['reviews', path, 'roster'] })
    void navigate({ to: '/app/reviews/class', search: { ...search, student } })
  }
  if (desk.isPending) return <Waiting />
  if (desk.isError) return <ProblemNotice problem={desk.error} onRetry={() => void desk.refetch()} />
  const next = nextOf(students, now.studentId)
  return (
    <>
      <Chooser students={students} now={now} onGo={go} />
      <ReviewSheet
        student={now}
        desk={desk.data}
        nextName={next?.name}
        onDone={() => go(next?.studentId)}
        onReload={() => void desk.refetch()}
      />
    </>
  )
}

function Chooser({ students, now, onGo }: Omit<OneProps, 'search'> & { onGo: (student: string) => void }) {
  const { t } = useTranslation()
  return (
    <label className="review-chooser">
      <span className="small">{t('review.student')}</span>
      <select value={now.studentId} onChange={({ target }) => onGo(target.value)}>
        {students.map(({ studentId, name, state }) => (
          <option key={studentId} value={studentId}>
            {t(`review.state.${state}`, { name })}
          </option>
        ))}
      </select>
    </label>
  )
}
