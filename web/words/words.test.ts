import { describe, expect, it } from 'vitest'
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import { chooseLanguage } from './languages.ts'

type Words = { [key: string]: string | Words }

const flat = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [[path + key, word]] : flat(word, `${path}${key}.`),
  )

const plural = /_(zero|one|two|few|many|other)$/
const placeholders = (word: string) => [...word.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name).sort()
const english = flat(en)
const spanish = flat(es)
const stems = (words: [string, string][]) => [...new Set(words.map(([key]) => key.replace(plural, '')))].sort()

describe('English and Spanish are both whole', () => {
  it('have the same words', () => {
    expect(stems(spanish)).toEqual(stems(english))
    expect(english.length).toBeGreaterThan(50)
  })

  it('have every plural that the language has', () => {
    for (const [words, language] of [
      [english, 'en'],
      [spanish, 'es'],
    ] as const) {
      const needed = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort()
      for (const stem of new Set(words.filter(([key]) => plural.test(key)).map(([key]) => key.replace(plural, ''))))
        expect([
          stem,
          words
            .filter(([key]) => key.replace(plural, '') === stem)
            .map(([key]) => key.match(plural)?.[1])
            .sort(),
        ]).toEqual([stem, needed])
    }
  })

  it('fill the same places in each sentence', () => {
    const ofEnglish = new Map(english.map(([key, word]) => [key.replace(plural, ''), placeholders(word)]))
    for (const [key, word] of spanish)
      expect([key, placeholders(word)]).toEqual([key, ofEnglish.get(key.replace(plural, ''))])
  })

  it('leave nothing empty', () => {
    expect([...english, ...spanish].filter(([, word]) => word.trim() === '')).toEqual([])
  })
})

it('speaks what the person chose, else what the browser prefers, else English', () => {
  expect(chooseLanguage('es', ['en-US'])).toBe('es')
  expect(chooseLanguage(null, ['fr-FR', 'es-MX', 'en-US'])).toBe('es')
  expect(chooseLanguage('xx', ['fr-FR'])).toBe('en')
})
