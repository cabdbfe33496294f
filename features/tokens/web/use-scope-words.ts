import { useTranslation } from 'react-i18next'

/** Elements and areas in the reader's words; one that has no word yet stands as the API names it. */
export function useScopeWords() {
  const { t, i18n } = useTranslation()
  const word = (key: string, name: string) => (i18n.exists(key) ? t(key as 'element.grades') : name)
  return {
    element: (name: string) => word(`element.${name}`, name),
    area: (name: string) => word(`tokens.area.${name}`, name),
    list: (names: readonly string[]) => new Intl.ListFormat(i18n.language).format(names),
  }
}
