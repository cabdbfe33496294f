import { stemOf } from './header-row.ts'
import type { FileMapping, Mapping } from './mapping.ts'

type Known = { file: string; headers: readonly string[] }

const sameHeaders = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((header) => other.includes(header))

/** The remembered mapping of a file with these headers: by its name without dates, or by its headers alone when no other file has them. */
export function rememberedFor(file: Known, all: readonly Known[], remembered: Mapping): FileMapping | undefined {
  const alike = remembered.files.filter((each) => sameHeaders(each.headers, file.headers))
  const named = alike.find((each) => stemOf(each.file) === stemOf(file.file))
  if (named) return named
  const isAlone = alike.length === 1 && all.filter((other) => sameHeaders(other.headers, file.headers)).length === 1
  return isAlone ? alike[0] : undefined
}

/** What is known of all of these files, or nothing when one of them is new or has other headers. */
export function fitRemembered(files: readonly Known[], remembered: Mapping): Mapping | undefined {
  const found = files.map((file) => ({ file, known: rememberedFor(file, files, remembered) }))
  if (found.some(({ known }) => !known)) return undefined
  return { files: found.map(({ file, known }) => ({ ...known!, file: file.file, headers: [...file.headers] })) }
}

export type HeaderChange = { file: string; added: string[]; gone: string[] }

/** What is different in the headers of files that the source sent before. */
export function changedHeaders(files: readonly Known[], remembered: Mapping): HeaderChange[] {
  return files.flatMap(({ file, headers }) => {
    const before = remembered.files.find((each) => stemOf(each.file) === stemOf(file))
    if (!before || sameHeaders(before.headers, headers)) return []
    return [
      {
        file,
        added: headers.filter((each) => !before.headers.includes(each)),
        gone: before.headers.filter((each) => !headers.includes(each)),
      },
    ]
  })
}

/** A proposal in which everything that was said before about columns that are still there stands. */
export function withRemembered(proposed: FileMapping, remembered: Mapping | undefined): FileMapping {
  const before = remembered?.files.find((each) => stemOf(each.file) === stemOf(proposed.file))
  if (!before) return proposed
  const isThere = ([header]: [string, unknown]) => proposed.headers.includes(header)
  const kept = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(isThere)) as Record<string, T>
  const isNew = (about: string) =>
    !before.headers.some((header) => about.split('=')[0]!.endsWith(` ${header}`)) && about.startsWith('column ')
  const used = new Set(Object.values(kept(before.columns)))
  const fresh = Object.entries(proposed.columns).filter(
    ([header, field]) => !before.headers.includes(header) && !used.has(field) && before.holds === proposed.holds,
  )
  return {
    ...before,
    file: proposed.file,
    headers: proposed.headers,
    columns: { ...Object.fromEntries(fresh), ...kept(before.columns) },
    days: { ...proposed.days, ...kept(before.days) },
    values: { ...proposed.values, ...kept(before.values) },
    below: before.below.filter((header) => proposed.headers.includes(header)),
    unsure: before.holds === proposed.holds ? proposed.unsure.filter(isNew) : [],
  }
}
