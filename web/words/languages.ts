/** Each language is named in itself: whoever cannot read the page must be able to read this. */
export const languages = { en: 'English', es: 'Español' } as const

export type Language = keyof typeof languages

/** The locale that dates and numbers are written in. Families here live in the United States, whatever they speak. */
export const localeOf = (language: string): string => (language === 'es' ? 'es-US' : 'en-US')

export const isLanguage = (value: unknown): value is Language => typeof value === 'string' && value in languages

/** What a person chose before, else the first language of the browser that we have, else English. */
export function chooseLanguage(remembered: string | null, ofBrowser: readonly string[]): Language {
  if (isLanguage(remembered)) return remembered
  return ofBrowser.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en'
}
