import { expect, it } from 'vitest'
import description from '../../docs/openapi.json' with { type: 'json' }
import { type Description, fieldsOf, operationsByTag, typeOf } from './api-fields.ts'

it('tells every operation of the document once', () => {
  const told = operationsByTag(description as unknown as Description).flatMap(([, operations]) => operations)
  const there = Object.values(description.paths).flatMap((methods) => Object.keys(methods))
  expect(told).toHaveLength(there.length)
  expect(told.find(({ id }) => id === 'getToken')).toMatchObject({ needs: 'token', path: '/api/v1/token' })
  expect(told.find(({ id }) => id === 'postSession')).toMatchObject({ needs: 'nobody' })
  expect(told.find(({ id }) => id === 'getTokens')).toMatchObject({ needs: 'session' })
})

it('tells the fields inside of a list of objects with the way to them', () => {
  const flag = {
    type: 'object',
    properties: { level: { type: 'string', description: 'how much' } },
    required: ['level'],
  }
  const list = { type: 'object', properties: { flags: { type: 'array', items: flag } } }
  expect(fieldsOf(list).map(({ name, type, isRequired }) => [name, type, isRequired])).toEqual([
    ['flags', 'array of object', false],
    ['flags[].level', 'string', true],
  ])
  expect(typeOf({ anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] })).toBe('string (date) | null')
  expect(typeOf({ enum: ['a', 'b'] })).toBe('"a" | "b"')
})
