import { expect, it } from 'vitest'
import { emptyToken, missingIn, requestFor, toggled } from './new-token.ts'
import { areasOf } from './tokens-query.ts'

const hat = { id: 'h', community: 'town' } as Parameters<typeof emptyToken>[0]['hat']
const fresh = emptyToken({ hat, elements: ['grades', 'notes', 'restricted_notes'] }, ['students'])

it('begins with reading only, without restricted notes, for ninety days, and asks for a name', () => {
  expect(fresh).toMatchObject({ mayWrite: false, days: 90, elements: ['grades', 'notes'] })
  expect(missingIn(fresh)).toEqual(['name'])
  expect(missingIn({ ...fresh, name: 'Dashboard', areas: [] })).toEqual(['areas'])
})

it('takes away and gives back one kind of information at a time', () => {
  expect(toggled(fresh.elements, 'notes')).toEqual(['grades'])
  expect(toggled(['grades'], 'notes')).toEqual(['grades', 'notes'])
})

it('asks for a person’s own token, or for one of a system in a school or the whole district', () => {
  const text = { ...fresh, name: 'Bells' }
  expect(requestFor(text, 'town')).toMatchObject({ path: '/tokens', body: { hat: 'h', name: 'Bells' } })
  expect(requestFor({ ...text, system: '' }, 'town').body).toMatchObject({ role: 'data_steward' })
  const inSchool = requestFor({ ...text, system: 's1' }, 'town')
  expect(inSchool).toMatchObject({ path: '/town/system-tokens', body: { role: 'principal', school: 's1' } })
  expect(inSchool.body).not.toHaveProperty('hat')
})

it('offers the parts of the API that work inside a community, without the making of tokens', () => {
  const get = (tag: string) => ({ get: { tags: [tag] } })
  const paths = {
    '/api/v1/session': get('people'),
    '/api/v1/{community}/a': get('students'),
    '/api/v1/{community}/t': get('tokens'),
  }
  expect(areasOf({ paths })).toEqual(['students'])
})
