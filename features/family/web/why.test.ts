import { expect, it } from 'vitest'
import { whyOf } from './why.ts'

const files: Record<string, string> = import.meta.glob('../../access/access.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const [accessSql = ''] = Object.values(files)

it('knows every reason that the database gives for a hat', () => {
  const reach = accessSql.slice(accessSql.indexOf('view access.reach'), accessSql.indexOf('view access.live_consent'))
  const sentences = [...reach.matchAll(/'((?:works|teaches|data steward|guardian of|the student)(?:[^']|'')*)'/g)]
  expect(sentences.length).toBeGreaterThan(5)
  for (const [, sentence = ''] of sentences) expect(whyOf(sentence.replaceAll("''", "'")).kind).not.toBe('other')
})

it('tells a consent with its day from an agreement of the school', () => {
  expect(whyOf('agreement RB-14, consent of 2026-11-21, serving since 2026-11-22')).toEqual({
    kind: 'consent',
    consentOn: '2026-11-21',
  })
  expect(whyOf('agreement RB-15, as a school official, asked to help').kind).toBe('schoolOfficial')
})

it('leaves a reason that it does not know as it was written', () => {
  expect(whyOf('a subpoena')).toEqual({ kind: 'other', sentence: 'a subpoena' })
})
