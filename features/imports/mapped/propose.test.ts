import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KeptFile } from '../adapter.ts'
import { dayIn, dayOrderOf } from './days.ts'
import { lookAt } from './look.ts'
import { faultsOf, type FileMapping } from './mapping.ts'
import { propose } from './propose.ts'
import { translator } from './translate.ts'

const fileOf = (name: string, content: string | Buffer): KeptFile => ({
  name,
  bytes: content.length,
  open: async () => Readable.from([Buffer.from(content)]),
})
const looks = async (files: Record<string, string | Buffer>) =>
  (await Promise.all(Object.entries(files).map(([name, content]) => lookAt(fileOf(name, content))))).filter(
    (seen) => seen !== undefined,
  )

const table = {
  headers: ['Student ID', 'First Name', 'Last Name', 'Grade', 'DOB', 'School ID', 'Entry Date', 'Locker'],
  rows: [
    ['000101', 'Ana', 'Lopez', '9', '04/17/2011', 's1', '08/25/2025', '12'],
    ['000102', 'Ben', 'O’Neil', 'K', '11/30/2019', 's1', '08/25/2025', '13'],
    ['000103', 'Chloé', 'Ng', '10', '01/02/2010', 's2', '08/26/2025', ''],
  ],
}
const csv = (order: readonly number[], sign = ',') =>
  [table.headers, ...table.rows].map((row) => order.map((i) => row[i]).join(sign)).join('\n') + '\n'
const inOrder = table.headers.map((_, i) => i)
const orders = fc.shuffledSubarray(inOrder, { minLength: inOrder.length })
const factsBy = (mapping: FileMapping, order: readonly number[]) => {
  const translate = translator(mapping)
  const at = mapping.headers.map((header) => order.findIndex((i) => table.headers[i] === header))
  return table.rows.map((row) => translate(at.map((i) => order.map((each) => row[each]!)[i] ?? '')))
}

test('a roster is known by its headers and contents, with a reason for every column', async () => {
  const { files, reasons } = propose(await looks({ 'Export 2025-09-01.csv': csv(inOrder) }))
  expect(files[0]).toMatchObject({
    holds: 'students',
    columns: {
      'Student ID': 'studentId',
      'First Name': 'givenName',
      'Last Name': 'familyName',
      Grade: 'gradeLevel',
      DOB: 'birthDate',
      'School ID': 'schoolId',
      'Entry Date': 'entryOn',
    },
    days: { DOB: 'mdy', 'Entry Date': 'mdy' },
  })
  const told = reasons['Export 2025-09-01.csv']!.map(({ about }) => about)
  for (const header of table.headers) expect(told).toContain(`column ${header}`)
})

test('the same columns in any order give the same proposal, twice the same, and the same facts', async () => {
  const [first] = propose(await looks({ 'a.csv': csv(inOrder) })).files
  const facts = factsBy(first!, inOrder)
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const seen = await looks({ 'a.csv': csv(order) })
      const [again] = propose(seen).files
      expect(propose(seen).files[0]).toEqual(again)
      expect({ ...again, headers: [...again!.headers].sort() }).toEqual({
        ...first,
        headers: [...first!.headers].sort(),
      })
      expect(factsBy(again!, order)).toEqual(facts)
    }),
    { numRuns: 40 },
  )
})

test('renamed columns under the right mapping give the same facts', async () => {
  const [first] = propose(await looks({ 'a.csv': csv(inOrder) })).files
  const facts = factsBy(first!, inOrder)
  const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), {
    minLength: inOrder.length,
    maxLength: inOrder.length,
  })
  fc.assert(
    fc.property(names, (given) => {
      const renamed = (all: Record<string, string>) =>
        Object.fromEntries(Object.entries(all).map(([header, value]) => [given[table.headers.indexOf(header)]!, value]))
      const mapping = {
        ...first!,
        headers: given,
        columns: renamed(first!.columns),
        days: renamed(first!.days),
        values: {},
      }
      const translate = translator(mapping)
      expect(table.rows.map((row) => translate(row))).toEqual(facts)
    }),
  )
})

test('no proposal gives two columns to one field, whatever the headers', async () => {
  const header = fc.constantFrom(
    'Student ID',
    'SIS ID',
    'id',
    'First Name',
    'name',
    'Last Name',
    'Grade',
    'Date',
    'Code',
    'Score',
    'School',
    'Status',
    'G1',
    'G2',
    'Type',
    'x',
    '',
  )
  const cell = fc.constantFrom('', '1', '000101', 'Ana', '2025-09-01', '9/1/2025', 'Y', 'absent', '88.5', 'a@b.org')
  await fc.assert(
    fc.asyncProperty(
      fc.array(header, { minLength: 2, maxLength: 10 }),
      fc.array(fc.array(cell, { minLength: 10, maxLength: 10 }), { minLength: 1, maxLength: 5 }),
      async (headers, rows) => {
        const text = [headers, ...rows.map((row) => row.slice(0, headers.length))]
          .map((row) => row.join(','))
          .join('\n')
        for (const { columns } of propose(await looks({ 'any.csv': text })).files) {
          const used = Object.values(columns)
          expect(new Set(used).size).toBe(used.length)
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('what is unsure is refused until somebody has said yes, and what is missing is named', async () => {
  const { files } = propose(await looks({ 'Marks.csv': 'G1,G2\n11,12\n13,\n' }))
  const codes = faultsOf({ files }).map(({ about, code }) => `${code} ${about}`)
  expect(codes).toContain('missing constant studentId')
  expect(codes).toContain('unsure constant bestMark')
})

test('a secret never gets into a look, neither by its header nor by its values', async () => {
  const [seen] = await looks({ 'a.csv': 'id,Password,Number\n1,hunter2,123-45-6789\n2,letmein,987-65-4321\n' })
  expect(seen!.secrets).toEqual(['Password', 'Number'])
  expect(JSON.stringify([seen!.samples, seen!.columns, [...seen!.distinct]])).not.toMatch(/hunter2|6789/)
})

describe('tables as they come', () => {
  const latin = Buffer.from('Student ID;First Name\n1;N\xfa\xf1ez\n2;Ana\n', 'latin1')
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from('Student ID\tFirst Name\n1\tNúñez\n2\tAna\n', 'utf16le'),
  ])
  test.each([
    ['semicolons in Windows-1252', latin],
    ['tabs in UTF-16', utf16],
    [
      'a byte order mark and a title, a date and a blank row above',
      '\ufeffEnrollment report,\n9/1/2025,\n\nStudent ID,First Name\n1,Núñez\n2,Ana\n',
    ],
    ['a total below', 'Student ID,First Name\n1,Núñez\n2,Ana\nTotal,2\n'],
    ['bars', 'Student ID|First Name\n1|Núñez\n2|Ana\n'],
  ])('%s', async (_, content) => {
    const [seen] = await looks({ 'a.csv': content })
    expect(seen).toMatchObject({
      headers: ['Student ID', 'First Name'],
      rows: 2,
      samples: [
        ['1', 'Núñez'],
        ['2', 'Ana'],
      ],
    })
  })

  test('headers that repeat or are empty keep apart', async () => {
    const [seen] = await looks({ 'a.csv': 'Name,,Name\na,b,c\n' })
    expect(seen!.headers).toEqual(['Name', 'column 2', 'Name (2)'])
  })

  test('blank cells of merged ones repeat what stands above, once somebody has said yes', async () => {
    const rows = ['North,1', ',2', ',3', 'South,4', ',5'].map((row) => `${row},Ana,Lopez,2025-08-25`)
    const { files } = propose(
      await looks({ 'Students.csv': `School,Student ID,First Name,Last Name,Entry Date\n${rows.join('\n')}\n` }),
    )
    expect(files[0]!.below).toEqual(['School'])
    expect(files[0]!.unsure).toContain('below School')
    const translate = translator(files[0]!)
    expect(rows.map((row) => translate(row.split(','))[0]!.schoolName)).toEqual([
      'North',
      'North',
      'North',
      'South',
      'South',
    ])
  })
})

test('days are read in the order that fits all of them; blank is not zero', () => {
  expect(dayOrderOf(['10/12/2015', '2015-10-13', '10/13/2015'])).toEqual({ order: 'mdy', isSure: true })
  expect(dayOrderOf(['1/2/2025'])).toEqual({ order: 'mdy', isSure: false })
  expect(dayOrderOf(['31/12/2024'])).toEqual({ order: 'dmy', isSure: true })
  expect(dayOrderOf(['092024'])).toEqual({ order: 'mmyyyy', isSure: false })
  expect(dayOrderOf(['soon'])).toBeUndefined()
  expect(dayIn('2/30/2025', 'mdy')).toBeUndefined()
  const marks = {
    file: 'm',
    headers: ['G1', 'G2'],
    holds: 'grades',
    columns: { G1: 'mark:G1', G2: 'mark:G2' },
    days: {},
    values: {},
    constants: { bestMark: '20', studentId: 'm{row}' },
    below: [],
    isWhole: false,
    unsure: [],
  }
  const translate = translator(marks)
  expect([translate(['0', '']), translate(['', '15'])]).toEqual([
    [{ studentId: 'm1', termTitle: 'G1', numericGrade: '0' }],
    [{ studentId: 'm2', termTitle: 'G2', numericGrade: '75' }],
  ])
})
