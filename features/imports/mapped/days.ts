/** How a column writes its days. `mmyyyy` says a month only: its first day stands for it. */
export type DayOrder = 'iso' | 'mdy' | 'dmy' | 'yyyymmdd' | 'mmddyyyy' | 'mmyyyy'
export const dayOrders: readonly DayOrder[] = ['iso', 'mdy', 'dmy', 'yyyymmdd', 'mmddyyyy', 'mmyyyy']

const forms: Record<DayOrder, RegExp> = {
  iso: /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?:[T ].*)?$/,
  mdy: /^(?<m>\d{1,2})[/.-](?<d>\d{1,2})[/.-](?<y>\d{4}|\d{2})(?: .*)?$/,
  dmy: /^(?<d>\d{1,2})[/.-](?<m>\d{1,2})[/.-](?<y>\d{4}|\d{2})(?: .*)?$/,
  yyyymmdd: /^(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})$/,
  mmddyyyy: /^(?<m>\d{2})(?<d>\d{2})(?<y>(?:19|20)\d{2})$/,
  mmyyyy: /^(?<m>\d{2})\/?(?<y>(?:19|20)\d{2})$/,
}

const century = (year: string) => (year.length === 4 ? year : `${Number(year) > 50 ? 19 : 20}${year}`)

/** The day as YYYY-MM-DD, or nothing where the value is no day in this order. A day in ISO order is understood in every order. */
export function dayIn(value: string, order: DayOrder): string | undefined {
  const found = (forms[order].exec(value) ?? forms.iso.exec(value))?.groups
  if (!found) return undefined
  const day = `${century(found.y!)}-${found.m!.padStart(2, '0')}-${(found.d ?? '01').padStart(2, '0')}`
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined
}

/** The order in which all of these values are days. It is sure unless month and day could be the other way around. */
export function dayOrderOf(values: readonly string[]): { order: DayOrder; isSure: boolean } | undefined {
  if (values.length === 0) return undefined
  const fitting = dayOrders.filter((order) => values.every((value) => dayIn(value, order) !== undefined))
  const order = fitting[0]
  if (!order) return undefined
  return { order, isSure: order !== 'mmyyyy' && !(order === 'mdy' && fitting.includes('dmy')) }
}
