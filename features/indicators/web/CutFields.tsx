import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { Field } from '#web/ui/Field.tsx'
import { choosableRules, measures } from '../preset-bounds.ts'
import { levels, subjects, type Cut, type Level, type RuleName } from '../preset-rules.ts'
import { GradeChoice } from './GradeChoice.tsx'
import { numberTyped, withGrades, withSubjects } from './preset-draft.ts'
import { useRuleWords } from './use-rule-words.ts'

type Props = { cut: Cut; number: number; error: string | undefined; onChange: (cut: Cut) => void; onRemove: () => void }

/** One cut point: how grave, which rule, from which value on, in which subjects and grades. */
export function CutFields({ cut, number, error, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const words = useRuleWords()
  const { unit, least, most, isWhole } = measures[cut.rule]
  const rules = [...new Set([...choosableRules[cut.indicator], cut.rule])]
  return (
    <fieldset className="cut-fields">
      <legend>
        {t('presets.cutPoint', { number })}: {t(`flag.${cut.level}`)}, {words.cut(cut)}
      </legend>
      <div className="cut-row">
        <Field label={t('presets.level')}>
          {(describe) => (
            <select
              {...describe}
              value={cut.level}
              onChange={({ target }) => onChange({ ...cut, level: target.value as Level })}
            >
              {levels.map((level) => (
                <option key={level} value={level}>
                  {t(`flag.${level}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('presets.when')}>
          {(describe) => (
            <select
              {...describe}
              value={cut.rule}
              onChange={({ target }) => onChange({ ...cut, rule: target.value as RuleName })}
            >
              {rules.map((rule) => (
                <option key={rule} value={rule}>
                  {t(`presets.ruleName.${rule}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('presets.value', { unit: t(`presets.unit.${unit}`) })} error={error}>
          {(describe) => (
            <input
              {...describe}
              type="number"
              inputMode="decimal"
              min={least}
              max={most}
              step={isWhole ? 1 : 'any'}
              value={Number.isNaN(cut.value) ? '' : cut.value}
              onChange={({ target }) => onChange({ ...cut, value: numberTyped(target.value) })}
            />
          )}
        </Field>
      </div>
      {cut.indicator === 'course' && <SubjectChoice cut={cut} onChange={onChange} />}
      <GradeChoice
        label={t('presets.gradesOfCut')}
        value={cut.grades}
        onChange={(grades) => onChange(withGrades(cut, grades))}
      />
      <ActionButton kind="quiet" aria-label={t('presets.removeCut', { number })} onClick={onRemove}>
        {t('presets.remove')}
      </ActionButton>
    </fieldset>
  )
}

function SubjectChoice({ cut, onChange }: { cut: Cut; onChange: (cut: Cut) => void }) {
  const { t } = useTranslation()
  const chosen = cut.subjects
  return (
    <fieldset className="fieldset subject-choice">
      <legend>{t('presets.subjects')}</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={chosen === undefined}
          onChange={({ target }) =>
            onChange(withSubjects(cut, target.checked ? undefined : ['english', 'mathematics']))
          }
        />
        <span>{t('presets.allSubjects')}</span>
      </label>
      {chosen &&
        subjects.map((subject) => (
          <label key={subject} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(subject)}
              onChange={({ target }) =>
                onChange(
                  withSubjects(
                    cut,
                    subjects.filter((each) => (each === subject ? target.checked : chosen.includes(each))),
                  ),
                )
              }
            />
            <span>{t(`subject.${subject}`)}</span>
          </label>
        ))}
    </fieldset>
  )
}
