import { useTranslation } from 'react-i18next'
import { localeOf } from '#web/words/languages.ts'

/** Categories of codes and their meanings in words. What has no words is shown as it is. */
export function useCodeWords() {
  const { t, i18n } = useTranslation()
  const languages = new Intl.DisplayNames([localeOf(i18n.language)], { type: 'language' })
  const known = (key: string, own: string) => (i18n.exists(key) ? t(key as 'codeCategory.attendance') : own)
  return {
    category: (category: string) => known(`codeCategory.${category}`, category),
    meaning: (category: string, meaning: string) => {
      if (meaning === '') return t('codes.nothing')
      if (category === 'language') return languages.of(meaning) ?? meaning
      if (category === 'gradeLevel' && /^\d+$/.test(meaning)) return t('grades.grade', { grade: Number(meaning) })
      return known(`codeMeaning.${category}.${meaning}`, meaning)
    },
  }
}
