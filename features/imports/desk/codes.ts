import path from 'node:path'
import type { CodeCategory, UnknownCode } from '../contract.ts'
import { categoryOfColumn } from '../csv/own-codes.ts'
import { categoryOfElement } from '../edfi/code-elements.ts'
import { descriptors, type Category } from '../edfi/descriptors.ts'
import { codeOf, fold } from '../edfi/meaning.ts'
import { withOwnCodes, type OwnCode } from '../edfi/own-codes.ts'

export const categories = Object.keys(descriptors) as Category[]

/** The whole map as files are read by it, and what of it the district itself has said. */
export function codeMap(own: readonly OwnCode[], meanings: ReadonlyMap<string, string[]>): CodeCategory[] {
  const merged = withOwnCodes(descriptors, own)
  const isOwn = (category: Category, code: string) =>
    own.some((each) => each.category === category && fold(each.code) === fold(code))
  return categories.map((category) => ({
    category,
    meanings: meanings.get(category) ?? [],
    setsAside: merged[category].whenUnknown === 'set_aside',
    codes: Object.entries(merged[category].meanings).map(([code, meaning]) => ({
      code,
      meaning,
      isOwn: isOwn(category, code),
    })),
  }))
}

type Value = { file: string; rule: string; columnName: string; value: string }

/** The codes among values that no column knew, each once, without those that the district has explained since. */
export function unknownCodes(values: readonly Value[], own: readonly OwnCode[]): UnknownCode[] {
  const seen = new Set(own.map(({ category, code }) => `${category} ${fold(code)}`))
  return values.flatMap(({ file, rule, columnName, value }) => {
    const isOfEdFi = rule === 'unknown_code'
    const category = isOfEdFi ? categoryOfElement[columnName] : categoryOfColumn(path.posix.basename(file), columnName)
    const code = codeOf(value).trim()
    const key = `${category} ${fold(code)}`
    if (!category || seen.has(key)) return []
    seen.add(key)
    return [{ category, code }]
  })
}
