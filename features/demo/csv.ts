export type DemoFile = { name: string; text: string }
export type Value = string | number | boolean

const quoted = (value: Value | undefined) => {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One file after RFC 4180. The columns are the header and the order; a row without a column leaves it blank. */
export const csvFile = (
  name: string,
  columns: readonly string[],
  rows: readonly Record<string, Value | undefined>[],
): DemoFile => {
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(','))
  return { name, text: [columns.join(','), ...lines, ''].join('\r\n') }
}
