import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { ImportDetail } from '../contract.ts'

type Props = { counts: ImportDetail['problemCounts']; value: string; onChange: (severity: string) => void }

export function SeverityFilter({ counts, value, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const choices = [
    ['', t('imports.allProblems')],
    ...(['error', 'warning', 'note'] as const).map((severity) => [
      severity,
      t(`imports.severityCount.${severity}`, { number: format.number(counts[severity]) }),
    ]),
  ] as const
  return (
    <fieldset className="fieldset problem-filter">
      <legend className="only-read-aloud">{t('imports.severity')}</legend>
      {choices.map(([severity, label]) => (
        <label key={severity} className="choice">
          <input type="radio" name="severity" checked={value === severity} onChange={() => onChange(severity ?? '')} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
