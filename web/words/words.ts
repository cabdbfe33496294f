import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Chapter } from './chapters.ts'
import { chooseLanguage, type Language } from './languages.ts'
import type en from './en.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

const rememberedAs = 'concentric.language'

// Vite reads these calls as they stand: a chapter's name cannot be filled in.
const files: Record<Chapter | 'always', Record<string, () => Promise<object>>> = {
  always: import.meta.glob(['./en.json', './es.json'], { query: '?chapter', import: 'default' }),
  door: import.meta.glob(['./en.json', './es.json'], { query: '?chapter=door', import: 'default' }),
  families: import.meta.glob(['./en.json', './es.json'], { query: '?chapter=families', import: 'default' }),
  files: import.meta.glob(['./en.json', './es.json'], { query: '?chapter=files', import: 'default' }),
  office: import.meta.glob(['./en.json', './es.json'], { query: '?chapter=office', import: 'default' }),
}

const said = new Set<keyof typeof files>(['always'])
let speaking: Promise<unknown> = Promise.resolve()

// A browser can forbid storage; then the choice lasts as long as the page.
const remembered = () => {
  try {
    return localStorage.getItem(rememberedAs)
  } catch {
    return null
  }
}

async function load(language: Language, chapter: keyof typeof files) {
  i18next.addResourceBundle(language, 'translation', await files[chapter][`./${language}.json`]!())
}

async function change(language: Language) {
  await Promise.all([...said].map((chapter) => load(language, chapter)))
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

export function speak(language: Language): Promise<void> {
  const changed = change(language)
  speaking = changed.catch(() => {})
  return changed
}

/** The words of a chapter, in the language that is spoken now and in whichever is spoken later. */
export async function bringWords(chapter: Chapter): Promise<void> {
  said.add(chapter)
  await speaking
  await load(i18next.language as Language, chapter)
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
