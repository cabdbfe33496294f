import type { FoundProblem } from '../adapter.ts'
import { isSecret, type FileSpec } from './file-spec.ts'

/** For each cell of a row the column it fills, or null when it is not wanted. */
export type Header = { cells: (string | null)[]; names: string[]; hasSecret: boolean; isReadable: boolean }

/** How many letters must change to make one word the other. */
export function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    above = row
  }
  return above[b.length]!
}

const nearest = (name: string, known: readonly string[]) =>
  known
    .map((each) => ({ each, far: distance(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, far }) => far <= Math.max(1, Math.floor(each.length / 5)))
    .sort((a, b) => a.far - b.far)[0]?.each

type Finding = Pick<FoundProblem, 'rule' | 'severity' | 'message' | 'params'>

function findingOf(
  name: string,
  at: number,
  known: readonly string[],
  taken: readonly (string | null)[],
): Finding | null {
  const cellName = `Column ${at + 1}`
  if (!name)
    return {
      rule: 'header_empty',
      severity: 'note',
      message: `${cellName} has no name in the header. It was not read.`,
      params: { column: at + 1 },
    }
  if (isSecret(name))
    return {
      rule: 'secret_column',
      severity: 'note',
      message:
        'This column was left out before anything was stored. Please do not send passwords or social security numbers.',
    }
  const alike = known.find((each) => each.toLowerCase() === name.toLowerCase())
  if (alike && taken.includes(alike))
    return {
      rule: 'header_twice',
      severity: 'warning',
      message: `The header names ${alike} twice. The first one was read.`,
      params: { name: alike },
    }
  if (alike && alike !== name)
    return {
      rule: 'header_case',
      severity: 'warning',
      message: `The header should say ${alike}. It was read as that.`,
      params: { name: alike },
    }
  if (alike) return null
  const meant = nearest(name, known)
  if (meant && !taken.includes(meant))
    return {
      rule: 'header_typo',
      severity: 'warning',
      message: `There is no column of this name. Did you mean ${meant}? It was not read.`,
      params: { name: meant },
    }
  return {
    rule: 'header_unknown',
    severity: 'note',
    message: name.startsWith('metadata.')
      ? 'This extension column was not read.'
      : 'The standard has no column of this name. It was not read.',
    params: name.startsWith('metadata.') ? { context: 'extension' } : {},
  }
}

function missingColumns(spec: FileSpec, cells: readonly (string | null)[]): FoundProblem[] {
  return spec.columns
    .filter((column) => column.need !== 'optional' && !cells.includes(column.name) && !isSecret(column.name))
    .map((column) => ({
      file: spec.file,
      row: 1,
      column: column.name,
      rule: 'header_missing',
      severity: column.need === 'needed' ? 'error' : 'warning',
      message:
        column.need === 'needed'
          ? `The header has no column ${column.name}, so this file could not be read. Add it and send the file again.`
          : `The header has no column ${column.name}, which the standard requires. The file was read without it.`,
      params: { name: column.name, context: column.need === 'needed' ? 'needed' : 'standard' },
    }))
}

/** Finds out which cell is which column, and what is odd about the header. */
export function matchHeader(spec: FileSpec, header: readonly string[]): { header: Header; problems: FoundProblem[] } {
  const known = spec.columns.map((column) => column.name)
  const cells: (string | null)[] = []
  const problems: FoundProblem[] = []
  const names = header.map((name) => name.trim())
  names.forEach((name, at) => {
    const finding = findingOf(name, at, known, cells)
    if (finding) problems.push({ file: spec.file, row: 1, column: name || null, ...finding })
    const isRead = !finding || finding.rule === 'header_case'
    cells.push(isRead ? known.find((each) => each.toLowerCase() === name.toLowerCase())! : null)
  })
  const missing = missingColumns(spec, cells)
  const isReadable = missing.every((problem) => problem.severity !== 'error')
  return {
    header: { cells, names, hasSecret: names.some(isSecret), isReadable },
    problems: [...problems, ...missing],
  }
}
