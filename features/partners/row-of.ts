type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json }

const columnOf = (key: string) => key.replace(/(?<=[a-z])([A-Z]|\d)/g, (letter) => `_${letter.toLowerCase()}`)

/** What the API calls minAge or address1 under the names of the columns: min_age, address_1. */
export function rowOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rowOf)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value as Record<string, Json>).map(([key, each]) => [columnOf(key), rowOf(each)]),
  )
}
