import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { templates, type Column, type Template } from './templates.ts'

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
const sectionOf = (template: Template) =>
  readme.split(/^## /m).find((part) => part.startsWith(`${template.file}\n`)) ?? ''

const mayHold = (column: Column, value: string) => {
  if (value === '') return !column.required
  if (column.kind === 'code') return column.codes!.includes(value)
  if (column.kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value)
  if (column.kind === 'id') return /^[0-9a-zA-Z._/@-]{1,255}$/.test(value)
  if (column.kind !== 'number') return true
  const number = Number(value)
  return number >= (column.least ?? -Infinity) && number <= (column.most ?? Infinity)
}

test('there are exactly five files of our own', () => {
  expect(templates.map((template) => template.file)).toEqual([
    'calendar.csv',
    'attendance.csv',
    'incidents.csv',
    'grades.csv',
    'collegeAccess.csv',
  ])
})

describe.each(templates.map((template) => [template.file, template] as const))('%s', (_file, template) => {
  test('the columns that identify a row are columns of the file', () => {
    expect(template.columns.map((column) => column.name)).toEqual(expect.arrayContaining([...template.key]))
  })

  test('every code column lists its codes, and no other column does', () => {
    for (const column of template.columns) expect(column.codes !== undefined, column.name).toBe(column.kind === 'code')
  })

  test('every example is a value the column may hold', () => {
    for (const column of template.columns) expect(mayHold(column, column.example), column.name).toBe(true)
  })

  test('the README describes every column as it is', () => {
    for (const { name, required, kind, meaning, example, codes = [], whenBlank } of template.columns) {
      const line = sectionOf(template)
        .split('\n')
        .find((row) => row.startsWith(`| \`${name}\` |`))
      expect(line, name).toContain(`| ${required ? 'required' : 'optional'} | ${kind} | ${meaning}`)
      expect(line).toContain(`| \`${example}\` |`)
      for (const code of [...codes, ...(whenBlank ? [whenBlank] : [])]) expect(line).toContain(`\`${code}\``)
    }
  })

  test('the README shows an example that keeps the rules', () => {
    const example = /```csv\n([^`]+)```/.exec(sectionOf(template))?.[1] ?? ''
    const [header, ...rows] = parse(example) as string[][]
    expect(header).toEqual(template.columns.map((column) => column.name))
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows)
      for (const [i, column] of template.columns.entries())
        expect(mayHold(column, row[i]!), `${column.name}: ${row[i]}`).toBe(true)
  })
})
