const form = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?$/

/** The day of an XML date, whose time zone says nothing about a day of school; undefined when there is no such day. */
export const dayOf = (text: string) => {
  const day = form.exec(text)?.[1]
  const moment = day ? Date.parse(`${day}T00:00:00Z`) : NaN
  return day && !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day) ? day : undefined
}
