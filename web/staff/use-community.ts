import { useTranslation } from 'react-i18next'
import { useHat } from '../use-hat.ts'
import { localeOf } from '../words/languages.ts'

/** Where this community's part of the API starts, and the language that its sentences come in. */
export function useCommunity() {
  const { i18n } = useTranslation()
  const { community } = useHat()
  return { path: `/${community}`, language: i18n.language, locale: localeOf(i18n.language) }
}
