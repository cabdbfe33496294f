import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { StudentRecord } from '../../contract.ts'
import { useFactWords } from './use-fact-words.ts'
import './Corrections.css'

/** What families say of facts that were not changed: part of the record wherever it is shown (34 CFR 99.21). */
export function StatementsPart({ record, className }: { record: StudentRecord; className?: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const titleId = useId()
  const words = useFactWords()
  if (record.statements.length === 0) return null
  return (
    <section className={className} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('correction.statements')}</h2>
      {record.statements.map((statement) => (
        <blockquote key={statement.writtenAt} className="correction-statement">
          <p>
            <strong>{words.title(statement)}</strong>{' '}
            <span className="small soft">{format.moment(statement.writtenAt)}</span>
          </p>
          <p>{statement.body}</p>
        </blockquote>
      ))}
    </section>
  )
}
