import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileOf, interchange, readFiles, student } from './sample-files.ts'

const escaped = (text: string) =>
  text.replace(/[&<>\r]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[each] ?? '&#13;')
const numbered = (text: string) => [...text].map((each) => `&#x${each.codePointAt(0)!.toString(16)};`).join('')
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
const commented = (text: string) => `<!-- <FirstName>no</FirstName> -->${escaped(text)}<?note no?>`

const isInXml = (text: string) => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text)
const accents = fc.constantFrom(
  'Zoë Ångström',
  'Nguyễn',
  '𝒜da',
  'O’Brien',
  'a\u0301',
  'José  María',
  'a ]]> b',
  '< & >',
  'mother\nof two',
)
const texts = fc.oneof(accents, fc.string({ unit: 'binary' }).filter(isInXml)).filter((text) => text.trim() !== '')
const writing = fc.constantFrom(escaped, numbered, commented)
const layout = fc.constantFrom('', ' ', '\n\t\t', '\r\n  ')

test('a name comes out as it went in, however it is written and wherever the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      texts,
      texts,
      writing,
      layout,
      fc.integer({ min: 1, max: 300 }),
      async (given, family, write, space, cut) => {
        const inCdata = family.includes('\r') ? escaped(family) : cdata(family)
        const name = `<FirstName>${space}${write(given)}${space}</FirstName><LastSurname>${inCdata}</LastSurname>`
        const { of, damage } = await readFiles([fileOf('s.xml', interchange('Student', student('1', name)), cut)])
        expect(damage).toBeNull()
        expect(of('student')).toMatchObject([{ givenName: given.trim(), familyName: family.trim() }])
      },
    ),
    { numRuns: 300 },
  )
})

const named = interchange('Student', student('1', '<FirstName>Zoë</FirstName><LastSurname>Ruiz</LastSurname>'))
test.each([
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${named}`)],
  ['UTF-16', Buffer.from(`\ufeff${named}`, 'utf16le')],
  ['ISO-8859-1', Buffer.from(named.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
  ['UTF-8 that says it is UTF-16', Buffer.from(named.replace('UTF-8', 'utf-16'))],
])('%s is read', async (_, bytes) => {
  const { of } = await readFiles([fileOf('s.xml', bytes, 7)])
  expect(of('student')).toMatchObject([{ givenName: 'Zoë' }])
})

test('a prefix on every element changes nothing', async () => {
  const prefixed = named.replace(/<(\/?)(?=[A-Z])/g, '<$1e:').replace('xmlns=', 'xmlns:e=')
  const { of, problems } = await readFiles([fileOf('s.xml', prefixed)])
  expect([of('student')[0]?.givenName, problems]).toEqual(['Zoë', []])
})
