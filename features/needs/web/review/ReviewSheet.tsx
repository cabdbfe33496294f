import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { ProblemError } from '#web/problem.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Review, ReviewDesk, ReviewedStudent, ReviewText, Saved } from '../../review/contract.ts'
import { domains } from '../../need-kinds.ts'
import { DomainMark } from './DomainMark.tsx'
import { keepReview, type Standing, type Written } from './review-keeper.ts'

type Props = {
  student: ReviewedStudent
  desk: ReviewDesk
  nextName: string | undefined
  onDone: () => void
  onReload: () => void
}

/** One student: strengths first, then each domain in turn. It saves by itself; Control and Enter goes on to the next one. */
export function ReviewSheet({ student, desk, nextName, onDone, onReload }: Props) {
  const { t } = useTranslation()
  const { text, write, standing, keeper } = useReview(student.studentId, desk)
  const [isWaiting, setWaiting] = useState(false)
  const [opened] = useState(desk.review?.revision)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const finish = async () => {
    if (isWaiting) return
    setWaiting(true)
    const isDone = await keeper.finish(text)
    setWaiting(false)
    if (!isDone) return
    announce(t('review.done', { name: student.name }))
    onDone()
  }
  const goOn = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void finish()
  })
  useEffect(() => {
    window.addEventListener('keydown', goOn)
    return () => window.removeEventListener('keydown', goOn)
  }, [])
  return (
    <article className="review-sheet">
      <h1 ref={title} tabIndex={-1}>
        {student.name}
      </h1>
      <Known desk={desk} />
      <LongTextField
        label={t('review.strengths')}
        hint={t('review.strengthsHint')}
        rows={2}
        maxLength={4000}
        value={text.strengths}
        onText={(strengths) => write({ ...text, strengths })}
      />
      {domains.map((domain) => (
        <DomainMark
          key={domain}
          domain={domain}
          mark={text.marks[domain]}
          last={desk.last?.marks[domain]}
          known={desk.needs.filter((need) => need.domain === domain).map(({ body }) => body)}
          onMark={(mark) => write({ ...text, marks: { ...text.marks, [domain]: mark } })}
        />
      ))}
      {desk.review && desk.review.revision !== opened && <OtherText review={desk.review} />}
      <div className="review-bar">
        <ActionButton kind="main" aria-busy={isWaiting} aria-keyshortcuts="Control+Enter" onClick={() => void finish()}>
          {nextName ? t('review.next', { name: nextName }) : t('review.last')}
        </ActionButton>
        <Kept standing={standing} onReload={onReload} />
        <span className="small soft review-keys">{t('review.keys')}</span>
      </div>
    </article>
  )
}

function useReview(student: string, desk: ReviewDesk) {
  const { path } = useCommunity()
  const [text, setText] = useState<Written>(() => ({
    strengths: desk.review?.strengths ?? '',
    marks: desk.review?.marks ?? {},
  }))
  const [standing, setStanding] = useState<Standing>({ kind: 'untouched' })
  const [keeper] = useState(() =>
    keepReview(
      (said) => api.put<Saved, ReviewText>(`${path}/students/${student}/review`, said),
      desk.review?.revision ?? 0,
      setStanding,
    ),
  )
  useEffect(() => () => void keeper.flush(), [keeper])
  const seen = desk.review?.revision ?? 0
  useEffect(() => keeper.adopt(seen), [keeper, seen])
  const write = (next: Written) => {
    setText(next)
    keeper.changed(next)
  }
  return { text, write, standing, keeper }
}

/** What is known already: the student’s own words and strengths before anything else. */
function Known({ desk }: { desk: ReviewDesk }) {
  const { t } = useTranslation()
  const said = [...desk.voice.map((body) => `“${body}”`), ...desk.strengths]
  return (
    <>
      {said.length > 0 && (
        <ul className="review-known">
          {said.slice(0, 6).map((body) => (
            <li key={body}>{body}</li>
          ))}
        </ul>
      )}
      {desk.last && (
        <p className="small soft">
          {t('review.lastYear', { year: desk.last.schoolYear, name: desk.last.authorName ?? '' })}
          {desk.last.strengths && ` ${desk.last.strengths}`}
        </p>
      )}
    </>
  )
}

/** What another window has saved meanwhile; what was typed here stays in the form. */
function OtherText({ review }: { review: Review }) {
  const { t } = useTranslation()
  const marks = domains.flatMap((domain) => {
    const mark = review.marks[domain]
    return mark ? [`${t(`record.domain.${domain}`)}: ${t(`review.standing.${mark.standing}`)} ${mark.words}`] : []
  })
  return (
    <div className="notice" role="status">
      <p>
        <strong>{t('review.otherSays')}</strong>
      </p>
      <p>{[review.strengths, ...marks].filter(Boolean).join(' · ')}</p>
      <p>{t('note.nowSaysText')}</p>
    </div>
  )
}

function Kept({ standing, onReload }: { standing: Standing; onReload: () => void }) {
  const { t } = useTranslation()
  if (standing.kind === 'problem') {
    const isStale = standing.problem instanceof ProblemError && standing.problem.code === 'review_changed'
    return <ProblemNotice problem={standing.problem} {...(isStale && { onRetry: onReload })} />
  }
  return (
    <span className="small soft" role="status">
      {standing.kind === 'untouched' ? t('review.savesItself') : t(`review.kept.${standing.kind}`)}
    </span>
  )
}
