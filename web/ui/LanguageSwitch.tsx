import { useTranslation } from 'react-i18next'
import { isLanguage, languages } from '../words/languages.ts'
import { chooseAndRemember } from '../words/words.ts'
import './LanguageSwitch.css'

export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <label className="language-switch not-in-print">
      <span className="only-read-aloud">{t('shell.language')}</span>
      <select
        value={i18n.language}
        onChange={({ target }) => isLanguage(target.value) && void chooseAndRemember(target.value)}
      >
        {Object.entries(languages).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
