type Schema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  format?: string
  pattern?: string
}

export type Fill = { id: string; day: string; text: string }

/** What a schema asks for at least, and every id that it takes, filled with the same id, day and text everywhere: a request that is refused for who sends it alone. */
export function sampleOf(schema: Schema, fill: Fill): unknown {
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sampleOf(schema.anyOf[0]!, fill)
  const types = [schema.type].flat()
  if (types.includes('null')) return null
  const type = types[0]
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(([key, each]) => schema.required?.includes(key) || each.format === 'uuid')
        .map(([key, each]) => [key, sampleOf(each, fill)]),
    )
  if (type === 'array') return schema.minItems ? [sampleOf(schema.items!, fill)] : []
  if (type === 'boolean') return false
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0
  if (type === 'string') return sampleText(schema, fill)
  return null
}

function sampleText({ format, pattern, minLength = 0 }: Schema, { id, day, text }: Fill) {
  if (format === 'uuid') return id
  if (format === 'date') return day
  if (format === 'date-time') return `${day}T12:00:00Z`
  if (pattern?.includes('@')) return 'somebody@elsewhere.example'
  if (pattern?.includes('\\d{4}')) return '2020-21'
  if (pattern) return 'notes'
  return text.padEnd(minLength, '.')
}
