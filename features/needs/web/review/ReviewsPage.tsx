import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useGrade } from '#features/students/web/use-grade.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useHat } from '#web/use-hat.ts'
import type { ReviewGroup } from '../../review/contract.ts'
import { groupsQuery } from './review-queries.ts'
import './Review.css'

/** Every student once a year: which class or grade comes next, and how far each one is. */
export function ReviewsPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const groups = useQuery(groupsQuery(path))
  usePageTitle(t('review.title'))
  if (groups.isPending) return <Waiting />
  if (groups.isError) return <ProblemNotice problem={groups.error} onRetry={() => void groups.refetch()} />
  const grades = groups.data.groups.filter(({ classId }) => classId === null)
  const classes = groups.data.groups.filter(({ classId }) => classId !== null)
  return (
    <>
      <h1>{t('review.title')}</h1>
      <p>{t('review.intro', { year: groups.data.schoolYear })}</p>
      {groups.data.groups.length === 0 && (
        <EmptyPlace title={t('review.nothing')}>{t('review.nothingText')}</EmptyPlace>
      )}
      <GroupList title={t('review.byGrade')} groups={grades} />
      <GroupList title={t('review.byClass')} groups={classes} />
    </>
  )
}

function GroupList({ title, groups }: { title: string; groups: readonly ReviewGroup[] }) {
  if (groups.length === 0) return null
  return (
    <section className="card">
      <h2>{title}</h2>
      <ul className="plain-list review-groups">
        {groups.map((group) => (
          <li key={group.classId ?? `${group.schoolId} ${group.gradeLevel}`} data-list-item>
            <OneGroup {...group} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneGroup({ classId, schoolId, gradeLevel, title, schoolName, total, done }: ReviewGroup) {
  const { t } = useTranslation()
  const grade = useGrade()
  const { role } = useHat()
  const name = classId ? title : grade(gradeLevel)
  const which = classId ? { class: classId } : { school: schoolId, grade: gradeLevel ?? '' }
  return (
    <>
      {role === 'principal' ? (
        <span>{name}</span>
      ) : (
        <Link to="/app/reviews/class" search={which}>
          {name}
        </Link>
      )}{' '}
      <span className="small soft">{schoolName}</span>
      <Progress done={done} total={total} words={t('review.progress', { done, total })} />
    </>
  )
}

/** A bar with its words: what the bar shows is said, too. */
export const Progress = ({ done, total, words }: { done: number; total: number; words: string }) => (
  <span className="review-progress">
    <progress value={done} max={Math.max(total, 1)} aria-hidden="true" />
    <span className="small">{words}</span>
  </span>
)
