import { describe, expect, it } from 'vitest'
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import { chooseLanguage } from './languages.ts'

type Words = { [key: string]: string | Words }
type Entry = { stem: string; form: string | undefined; word: string }

const flat = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [[path + key, word]] : flat(word, `${path}${key}.`),
  )

/** A key ends in a plural form only where the form "other" stands beside it: refusal.too_many is no plural. */
function entriesOf(words: Words): Entry[] {
  const all = flat(words)
  const keys = new Set(all.map(([key]) => key))
  return all.map(([key, word]) => {
    const [, stem = key, form] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? []
    return keys.has(`${stem}_other`) ? { stem, form, word } : { stem: key, form: undefined, word }
  })
}

const placeholders = (word: string) => [...word.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name).sort()
const english = entriesOf(en)
const spanish = entriesOf(es)
const stems = (entries: Entry[]) => [...new Set(entries.map(({ stem }) => stem))].sort()

describe('English and Spanish are both whole', () => {
  it('have the same words', () => {
    expect(stems(spanish)).toEqual(stems(english))
    expect(english.length).toBeGreaterThan(50)
  })

  it.each([
    ['en', english],
    ['es', spanish],
  ] as const)('have every plural that the language has: %s', (language, entries) => {
    const needed = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort()
    for (const plural of stems(entries.filter(({ form }) => form !== undefined))) {
      const forms = entries.filter(({ stem }) => stem === plural).map(({ form }) => form)
      expect([plural, forms.sort()]).toEqual([plural, needed])
    }
  })

  it('fill the same places in each sentence', () => {
    const ofEnglish = new Map(english.map(({ stem, word }) => [stem, placeholders(word)]))
    for (const { stem, word } of spanish) expect([stem, placeholders(word)]).toEqual([stem, ofEnglish.get(stem)])
  })

  it('leave nothing empty', () => {
    expect([...english, ...spanish].filter(({ word }) => word.trim() === '')).toEqual([])
  })
})

it('speaks what the person chose, else what the browser prefers, else English', () => {
  expect(chooseLanguage('es', ['en-US'])).toBe('es')
  expect(chooseLanguage(null, ['fr-FR', 'es-MX', 'en-US'])).toBe('es')
  expect(chooseLanguage('xx', ['fr-FR'])).toBe('en')
})
