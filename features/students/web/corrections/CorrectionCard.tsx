import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { Correction } from '../../corrections/contract.ts'
import { useFactWords } from './use-fact-words.ts'
import './Corrections.css'

type Props = { correction: Correction; heading: 'h2' | 'h3'; about?: ReactNode; children?: ReactNode }

/** One question: what was said to be wrong, what our copy said then and says now, and what became of it. */
export function CorrectionCard({ correction, heading: Heading, about, children }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const titleId = useId()
  const words = useFactWords()
  const { fact, was, saysNow, wrong, rightIs, askerKind, askerName, isMine, askedAt, state } = correction
  const [then, now] = [words.says(fact, was), words.says(fact, saysNow)]
  const who = isMine ? t('correction.byMe') : t(`correction.by.${askerKind as 'guardian'}`, { name: askerName })
  return (
    <article className="card correction" aria-labelledby={titleId}>
      <Heading id={titleId}>{words.title(correction)}</Heading>
      {about}
      <p className="small soft">
        <strong>{t(`correction.state.${state as 'open'}`)}</strong> ·{' '}
        {t('correction.asked', { who, when: format.moment(askedAt) })}
      </p>
      <dl className="correction-facts">
        {then !== null && <Said term={t('correction.saidThen')} words={then} />}
        {then !== null && now !== then && <Said term={t('correction.saysNow')} words={now ?? ''} />}
        <Said term={t('correction.wrongTerm')} words={wrong} />
        <Said term={t('correction.rightTerm')} words={rightIs} />
      </dl>
      <Outcome correction={correction} />
      {children}
    </article>
  )
}

const Said = ({ term, words }: { term: string; words: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{words}</dd>
  </div>
)

/** The answer in plain words, and the files that carried the correction. */
function Outcome({ correction }: { correction: Correction }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { answer, answerText, answeredBy, answeredAt, correctedAt, correctedFrom, statement } = correction
  const came = correctedAt
    ? t('correction.came', { when: format.moment(correctedAt), source: correctedFrom ?? t('correction.aSource') })
    : answer === 'corrected'
      ? t('correction.notYetCame')
      : null
  return (
    <>
      {answer && answeredAt && (
        <p>
          <strong>{t(`correction.answer.${answer as 'corrected'}`)}</strong> {answerText}{' '}
          <span className="small soft">
            {t('correction.answered', { who: answeredBy, when: format.moment(answeredAt) })}
          </span>
        </p>
      )}
      {came && <p>{came}</p>}
      {statement && (
        <blockquote className="correction-statement">
          <p className="small soft">{t('correction.statementStands')}</p>
          <p>{statement}</p>
        </blockquote>
      )}
    </>
  )
}
