import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { localeOf } from '#web/words/languages.ts'
import type { RuleFault } from '../preset-bounds.ts'
import type { Cut, PresetRules } from '../preset-rules.ts'

/** Rules, cut points and what is wrong with them, in the reader's language. */
export function useRuleWords() {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const list = new Intl.ListFormat(localeOf(i18n.language))
  const shortGrade = (grade: string) => (/^\d+$/.test(grade) ? `${Number(grade)}` : grade)
  const grades = (given: readonly string[] | undefined) =>
    given === undefined ? t('presets.allGrades') : t('presets.grades', { list: list.format(given.map(shortGrade)) })
  const subjects = (given: readonly string[]) =>
    list.format(given.map((subject) => t(`subject.${subject}` as 'subject.english')))
  const cut = (one: Cut) =>
    [
      t(`presets.rule.${one.rule}`, { value: format.number(one.value, 2) }),
      one.subjects && t('presets.inSubjects', { list: subjects(one.subjects) }),
      one.grades && grades(one.grades),
    ]
      .filter(Boolean)
      .join(', ')
  const window = ({ window: days }: PresetRules) => t(`presets.window.${days}`)
  const fault = ({ code, least = 0, most = 0 }: RuleFault) =>
    t(`presets.fault.${code}`, { least: format.number(least, 2), most: format.number(most, 2) })
  return { cut, grades, shortGrade, window, fault }
}
