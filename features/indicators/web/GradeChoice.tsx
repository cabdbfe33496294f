import { useTranslation } from 'react-i18next'
import { useRuleWords } from './use-rule-words.ts'

const gradeLevels = ['PK', 'KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const

type Props = {
  label: string
  value: string[] | undefined
  error?: string | undefined
  onChange: (grades: string[] | undefined) => void
}

/** All grades, or only some. */
export function GradeChoice({ label, value, error, onChange }: Props) {
  const { t } = useTranslation()
  const words = useRuleWords()
  const toggle = (grade: string) =>
    onChange(gradeLevels.filter((each) => (each === grade ? !value?.includes(grade) : value?.includes(each))))
  return (
    <details className="grade-choice" open={error !== undefined}>
      <summary>
        {label}: {words.grades(value?.length ? value : undefined)}
      </summary>
      <fieldset className="fieldset">
        <legend className="only-read-aloud">{label}</legend>
        <label className="choice">
          <input
            type="checkbox"
            checked={value === undefined}
            onChange={({ target }) => onChange(target.checked ? undefined : [])}
          />
          <span>{t('presets.allGrades')}</span>
        </label>
        {value !== undefined &&
          gradeLevels.map((grade) => (
            <label key={grade} className="choice">
              <input type="checkbox" checked={value.includes(grade)} onChange={() => toggle(grade)} />
              <span>{words.shortGrade(grade)}</span>
            </label>
          ))}
      </fieldset>
      {error && <p className="field-error">{error}</p>}
    </details>
  )
}
