type Schema = {
  type?: string | string[]
  description?: string
  enum?: unknown[]
  const?: unknown
  format?: string
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}
type Answer = { content?: Record<string, { schema?: Schema }> }
type Described = {
  operationId: string
  summary?: string
  tags?: string[]
  security?: Record<string, unknown>[]
  parameters?: { name: string; required?: boolean; schema: Schema }[]
  requestBody?: Answer
  responses: Record<string, Answer>
}
/** The parts of an OpenAPI document that the page shows. */
export type Description = { paths: Record<string, Record<string, Described>> }

export type Field = { name: string; type: string; isRequired: boolean; about: string }
export type Operation = {
  id: string
  method: string
  path: string
  summary: string
  parameters: Field[]
  body: Field[]
  answer: Field[]
  needs: 'nobody' | 'token' | 'session'
}

/** A schema in a few words: "text (date)", "list of objects", "text or nothing". */
export function typeOf({ type, anyOf, enum: values, const: value, format, items }: Schema): string {
  if (values) return values.map((each) => JSON.stringify(each)).join(' | ')
  if (value !== undefined) return JSON.stringify(value)
  if (anyOf) return anyOf.map(typeOf).join(' | ')
  if (items) return `array of ${typeOf(items)}`
  const name = [type ?? 'any'].flat().join(' | ')
  return format ? `${name} (${format})` : name
}

/** What is inside of an object or of a list of objects, one line a field; nested ones with their way to them. */
export function fieldsOf(schema: Schema | undefined, before = ''): Field[] {
  if (!schema) return []
  if (schema.items) return fieldsOf(schema.items, `${before}[]`)
  const inside = schema.anyOf?.find(({ properties }) => properties) ?? schema
  return Object.entries(inside.properties ?? {}).flatMap(([key, each]) => {
    const name = before ? `${before}.${key}` : key
    const isRequired = inside.required?.includes(key) ?? false
    return [{ name, type: typeOf(each), isRequired, about: each.description ?? '' }, ...fieldsOf(each, name)]
  })
}

const contentOf = (answer: Answer | undefined) => Object.values(answer?.content ?? {})[0]?.schema

function needsOf(security: Described['security'] = []): Operation['needs'] {
  if (security.length === 0) return 'nobody'
  return security.some((each) => 'token' in each) ? 'token' : 'session'
}

function operationOf(method: string, path: string, told: Described): Operation {
  const success = Object.entries(told.responses).find(([status]) => status.startsWith('2'))?.[1]
  return {
    id: told.operationId,
    method: method.toUpperCase(),
    path,
    summary: told.summary ?? '',
    parameters: (told.parameters ?? []).map(({ name, required, schema }) => ({
      name,
      type: typeOf(schema),
      isRequired: required ?? false,
      about: schema.description ?? '',
    })),
    body: fieldsOf(contentOf(told.requestBody)),
    answer: fieldsOf(contentOf(success)),
    needs: needsOf(told.security),
  }
}

/** The operations of the document under their tags, in the document's order. */
export function operationsByTag({ paths }: Description): [tag: string, operations: Operation[]][] {
  const byTag = new Map<string, Operation[]>()
  for (const [path, methods] of Object.entries(paths))
    for (const [method, told] of Object.entries(methods)) {
      const tag = told.tags?.[0] ?? ''
      byTag.set(tag, [...(byTag.get(tag) ?? []), operationOf(method, path, told)])
    }
  return [...byTag]
}

/** What to paste first: it tells what one's token is for. */
export const firstCall = (origin: string) => `curl -H "Authorization: Bearer $TOKEN" ${origin}/api/v1/token`
