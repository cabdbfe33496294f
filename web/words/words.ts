import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { chooseLanguage, type Language } from './languages.ts'
import type en from './en.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

const rememberedAs = 'concentric.language'

const load = {
  en: () => import('./en.json'),
  es: () => import('./es.json'),
} satisfies Record<Language, () => Promise<unknown>>

// A browser can forbid storage; then the choice lasts as long as the page.
const remembered = () => {
  try {
    return localStorage.getItem(rememberedAs)
  } catch {
    return null
  }
}

export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', (await load[language]()).default)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

export async function chooseAndRemember(language: Language): Promise<void> {
  await speak(language)
  try {
    localStorage.setItem(rememberedAs, language)
  } catch {
    return
  }
}

export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({ resources: {}, interpolation: { escapeValue: false }, returnNull: false })
  await speak(chooseLanguage(remembered(), navigator.languages))
}
