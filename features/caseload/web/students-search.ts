export const pageSize = 50
export const flagKinds = ['any', 'attendance', 'behavior', 'course'] as const
export const sorts = ['name', 'grade', 'attendance'] as const

/** What the list shows, as it stands in the address: what is usual is left out. */
export type StudentsSearch = {
  search?: string
  grade?: string
  flag?: (typeof flagKinds)[number]
  sort?: (typeof sorts)[number]
  scope?: 'school' | undefined
  page?: number
}

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((known) => known === value)

/** Reads an address that anyone may have typed: what makes no sense is left out. */
export function readStudentsSearch(given: Record<string, unknown>): StudentsSearch {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
  const page = Math.floor(Number(given.page))
  const flag = oneOf(flagKinds, given.flag)
  const sort = oneOf(sorts, given.sort)
  return {
    ...(text(given.search) && { search: text(given.search).slice(0, 100) }),
    ...(text(given.grade) && { grade: text(given.grade).slice(0, 10) }),
    ...(flag && { flag }),
    ...(sort && sort !== 'name' && { sort }),
    ...(given.scope === 'school' && { scope: 'school' as const }),
    ...(page > 1 && { page }),
  }
}
