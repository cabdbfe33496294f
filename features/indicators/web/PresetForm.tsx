import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { Field } from '#web/ui/Field.tsx'
import type { RuleFault } from '../preset-bounds.ts'
import { indicators, windows, type Indicator, type PresetRules, type Window } from '../preset-rules.ts'
import { CutFields } from './CutFields.tsx'
import { GradeChoice } from './GradeChoice.tsx'
import { numberTyped, withCut, withGrades, withNewCut, withoutCut, type Draft } from './preset-draft.ts'
import { useRuleWords } from './use-rule-words.ts'

type Props = { draft: Draft; faults: readonly RuleFault[]; onChange: (draft: Draft) => void }
type PartProps = {
  rules: PresetRules
  errorAt: (at: RuleFault['at']) => string | undefined
  onRules: (rules: PresetRules) => void
}

/** All fields of a preset. What is wrong stands beside its field at once. */
export function PresetForm({ draft, faults, onChange }: Props) {
  const { t } = useTranslation()
  const words = useRuleWords()
  const errorAt = (at: RuleFault['at']) => {
    const found = faults.find((fault) => fault.at === at)
    return found && words.fault(found)
  }
  const part = { rules: draft.rules, errorAt, onRules: (rules: PresetRules) => onChange({ ...draft, rules }) }
  return (
    <>
      <Field label={t('presets.title')} error={errorAt('title')}>
        {(describe) => (
          <input
            {...describe}
            maxLength={120}
            value={draft.title}
            onChange={({ target }) => onChange({ ...draft, title: target.value })}
          />
        )}
      </Field>
      <WholePreset {...part} />
      {indicators.map((indicator) => (
        <CutsOf key={indicator} indicator={indicator} {...part} />
      ))}
      {errorAt('cuts') && <p className="field-error">{errorAt('cuts')}</p>}
    </>
  )
}

function WholePreset({ rules, errorAt, onRules }: PartProps) {
  const { t } = useTranslation()
  const numbers = ['minimumDays', 'passMark'] as const
  return (
    <>
      <div className="cut-row">
        <Field label={t('presets.windowLabel')}>
          {(describe) => (
            <select
              {...describe}
              value={rules.window}
              onChange={({ target }) => onRules({ ...rules, window: target.value as Window })}
            >
              {windows.map((window) => (
                <option key={window} value={window}>
                  {t(`presets.windowName.${window}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {numbers.map((field) => (
          <Field key={field} label={t(`presets.field.${field}`)} error={errorAt(field)}>
            {(describe) => (
              <input
                {...describe}
                type="number"
                min={1}
                value={Number.isNaN(rules[field]) ? '' : rules[field]}
                onChange={({ target }) => onRules({ ...rules, [field]: numberTyped(target.value) })}
              />
            )}
          </Field>
        ))}
      </div>
      <GradeChoice
        label={t('presets.gradesOfPreset')}
        value={rules.grades}
        error={errorAt('grades')}
        onChange={(grades) => onRules(withGrades(rules, grades))}
      />
    </>
  )
}

function CutsOf({ indicator, rules, errorAt, onRules }: PartProps & { indicator: Indicator }) {
  const { t } = useTranslation()
  const name = t(`indicator.${indicator}`)
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      {rules.cuts.every((cut) => cut.indicator !== indicator) && <p className="soft">{t('presets.notLookedAt')}</p>}
      {rules.cuts.map(
        (cut, place) =>
          cut.indicator === indicator && (
            <CutFields
              key={place}
              cut={cut}
              number={place + 1}
              error={errorAt(place)}
              onChange={(changed) => onRules(withCut(rules, place, changed))}
              onRemove={() => onRules(withoutCut(rules, place))}
            />
          ),
      )}
      <ActionButton
        aria-label={t('presets.addTo', { indicator: name })}
        onClick={() => onRules(withNewCut(rules, indicator))}
      >
        {t('presets.add')}
      </ActionButton>
    </section>
  )
}
