import { dayOrderOf } from './days.ts'
import { fields, type Shape } from './fields.ts'
import { isBlankWord } from './cells.ts'
import { bestLikeness } from './header-words.ts'
import { meaningFor, isCoded } from './meanings.ts'

export type Column = { header: string; name: string; values: ReadonlyMap<string, number>; rows: number }

const looked = 200
const sampleOf = ({ values }: Column) => [...values.keys()].filter((value) => !isBlankWord(value)).slice(0, looked)
const share = (values: readonly string[], test: (value: string) => boolean) =>
  values.filter(test).length / values.length

const letters = /\p{L}/u
const tests: Partial<Record<Shape, (value: string) => boolean>> = {
  id: (value) => /^[\w.@:/-]{1,64}$/.test(value) && !/^\d+\.\d+$/.test(value),
  number: (value) => /^-?\d+([.,]\d+)?%?$/.test(value),
  email: (value) => /^\S+@\S+\.\S+$/.test(value),
  phone: (value) => /^[+(]?\d[\d ().-]{6,}/.test(value),
  name: (value) => letters.test(value),
}

function fitOfValues(field: string, values: readonly string[]): number {
  const { shape } = fields[field]!
  if (shape === 'day') return dayOrderOf(values) ? 1 : 0
  if (isCoded(field)) {
    const known = share(values, (value) => meaningFor(field, value) !== undefined)
    if (shape !== 'code') return known >= 0.8 ? 1 : 0
    return known >= 0.5 ? 1 : values.length <= 40 ? 0.75 : 0
  }
  const test = tests[shape]
  return test ? (share(values, test) >= 0.9 ? 1 : 0) : 1
}

const isUnique = ({ values, rows }: Column) => values.size === rows && rows > 0

type Fit = { score: number; isByName: boolean }
const known = new WeakMap<Column, Map<string, Fit>>()

function fit(field: string, column: Column): Fit {
  const { like, rank } = bestLikeness(column.name, fields[field]!.names)
  const isShownByValues = fields[field]!.shape === 'email'
  if (like < 0.5 && !isShownByValues) return { score: 0, isByName: false }
  const values = sampleOf(column)
  const byValues = values.length === 0 ? 0.4 : fitOfValues(field, values)
  const shown = isShownByValues && byValues === 1 && values.length > 0 ? 0.57 : 0
  return { score: Math.max(like * byValues, shown) - rank * 0.002, isByName: like * byValues >= 0.89 }
}

/** How well a column is a field, from 0 to 1: how like its name is, if its values can be such. A key must be different in every row. */
export function fitOf(field: string, column: Column, isKey: boolean): Fit {
  const fits = known.get(column) ?? new Map<string, Fit>()
  known.set(column, fits)
  const found = fits.get(field) ?? fit(field, column)
  fits.set(field, found)
  return isKey && !isUnique(column) ? { ...found, score: found.score * 0.3 } : found
}
