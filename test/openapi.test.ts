import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/migrate.ts'
import type { ApiDescription } from '#platform/openapi.ts'

let api: ApiDescription
beforeAll(async () => {
  api = JSON.parse(await readFile(path.join(projectRoot, 'docs/openapi.json'), 'utf8'))
})

const operations = () =>
  Object.entries(api.paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${url}`, url, method, ...operation })),
  )

/** Everything named schema, wherever it stands. */
function schemasIn(part: unknown): object[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'schema' ? [value as object] : key === 'properties' ? [] : schemasIn(value),
  )
}

const referencesIn = (part: unknown): string[] =>
  typeof part !== 'object' || part === null
    ? []
    : Object.entries(part).flatMap(([key, value]) => (key === '$ref' ? [String(value)] : referencesIn(value)))

test('it is OpenAPI 3.1 and holds every operation with a name of its own, a sentence and a tag', () => {
  expect(api.openapi).toBe('3.1.0')
  const all = operations()
  expect(all.length).toBeGreaterThan(40)
  expect(all.filter(({ summary, tags }) => !summary || tags?.length !== 1).map(({ name }) => name)).toEqual([])
  expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length)
})

test('every schema in it is JSON Schema 2020-12, and every reference leads somewhere', () => {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const schemas = schemasIn(api)
  expect(schemas.length).toBeGreaterThan(100)
  for (const schema of schemas) expect(ajv.validateSchema(schema), JSON.stringify(schema).slice(0, 200)).toBe(true)
  for (const reference of new Set(referencesIn(api.paths))) {
    const found = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], api)
    expect(found, reference).toBeDefined()
  }
})

test('every part of an address is declared, once and as required', () => {
  const wrong = operations().filter(({ url, parameters = [] }) => {
    const inAddress = [...url.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = parameters.filter((each) => each.in === 'path' && each.required).map(({ name }) => name)
    return [...inAddress].sort().join() !== [...declared].sort().join()
  })
  expect(wrong.map(({ name }) => name)).toEqual([])
})

test('every operation says how it refuses, in problem+json, and only the public ones need nobody', () => {
  const problem = { $ref: '#/components/responses/Problem' }
  for (const { name, responses, security } of operations()) {
    expect(responses['429'], name).toEqual(problem)
    if (security?.length) expect([responses['401'], responses['404']], name).toEqual([problem, problem])
    for (const answer of Object.values(responses)) expect('description' in answer || '$ref' in answer, name).toBe(true)
  }
  expect(JSON.stringify(api.components.responses)).toContain('application/problem+json')
})
