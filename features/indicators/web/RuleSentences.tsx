import { useTranslation } from 'react-i18next'
import { indicators, type PresetRules } from '../preset-rules.ts'
import { useRuleWords } from './use-rule-words.ts'

/** What a preset looks at, in sentences. */
export function RuleSentences({ rules }: { rules: PresetRules }) {
  const { t } = useTranslation()
  const words = useRuleWords()
  return (
    <div className="rule-sentences">
      <p>
        {words.window(rules)} {t('presets.minimum', { count: rules.minimumDays })}{' '}
        {t('presets.passing', { mark: rules.passMark })} {rules.grades && `${words.grades(rules.grades)}.`}
      </p>
      {indicators.map((indicator) => {
        const cuts = rules.cuts.filter((cut) => cut.indicator === indicator)
        return (
          <div key={indicator}>
            <h3>{t(`indicator.${indicator}`)}</h3>
            {cuts.length === 0 && <p className="soft">{t('presets.notLookedAt')}</p>}
            <ul>
              {cuts.map((cut) => (
                <li key={JSON.stringify(cut)}>
                  <strong>{t(`flag.${cut.level}`)}:</strong> {words.cut(cut)}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}
