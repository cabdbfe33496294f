import { useTranslation } from 'react-i18next'
import type { StudentRecord } from '#features/students/contract.ts'
import type { Domain } from '../../need-kinds.ts'
import { citationOf, gradesOf, practicesFor, tierOf } from '../../lenses/practices.ts'
import './Lenses.css'

type Props = {
  domain: Domain
  record: StudentRecord
  /** What the figures say, as sentences; the page that has the figures makes them. */
  facts: readonly string[]
}

/** Three lenses on one need: the facts, the voices around the child, and what research says helps. */
export function Lenses({ domain, record, facts }: Props) {
  const { t } = useTranslation()
  const said = voicesIn(record)
  const found = practicesFor(domain, record.student?.gradeLevel ?? null)
  return (
    <details className="lenses not-in-print">
      <summary>{t('lenses.title')}</summary>
      <div className="lenses-inside">
        <section>
          <h3>{t('lenses.facts')}</h3>
          <Sentences sentences={facts} none={t('lenses.noFacts')} />
        </section>
        <section>
          <h3>{t('lenses.voices')}</h3>
          <Sentences sentences={said} none={t('lenses.noVoices')} />
        </section>
        <section>
          <h3>{t('lenses.research')}</h3>
          {found.length === 0 && <p className="small soft">{t('lenses.noResearch')}</p>}
          <ul className="plain-list">
            {found.map((practice) => (
              <li key={practice.key}>
                <p>
                  {t(`lenses.practice.${practice.key}`)}
                  {practice.grades && ` ${t('lenses.grades', { grades: gradesOf(practice.grades) })}`}
                </p>
                <p className="small">{t('lenses.tier', { tier: tierOf(practice.rating) })}</p>
                <p className="small soft">{citationOf(practice)}</p>
              </li>
            ))}
          </ul>
          {found.length > 0 && <p className="small soft">{t('lenses.caution')}</p>}
        </section>
      </div>
    </details>
  )
}

function Sentences({ sentences, none }: { sentences: readonly string[]; none: string }) {
  if (sentences.length === 0) return <p className="small soft">{none}</p>
  return (
    <ul className="plain-list">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** The student’s own words first, then what the family has written, word for word. */
function voicesIn({ voice, needs, strengths }: StudentRecord): string[] {
  const isFamilys = ({ authorKind }: { authorKind: string }) => authorKind === 'guardian' || authorKind === 'student'
  return [...voice, ...strengths.filter(isFamilys), ...needs.filter(isFamilys)].map(({ body }) => `“${body}”`)
}
