import { useTranslation } from 'react-i18next'

/** A kind of information by its name in plain words, and what is in it. */
export function useElementWords() {
  const { t, i18n } = useTranslation()
  const word = (element: string, part: 'name' | 'about') =>
    i18n.exists(`share.${element}.${part}`) ? t(`share.${element}.${part}` as 'share.directory.name') : element
  return {
    name: (element: string) => word(element, 'name'),
    about: (element: string) => word(element, 'about'),
    list: (elements: readonly string[]) =>
      new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
        elements.map((element) => word(element, 'name')),
      ),
  }
}
