import { expect, it } from 'vitest'
import { filterRows, nextSort, sortRows, toCsv } from './rows.ts'

type Row = { name: string; grade: number | null; room: string }
const columns = [
  { key: 'name', label: 'Name', value: (row: Row) => row.name },
  { key: 'grade', label: 'Grade', value: (row: Row) => row.grade },
  { key: 'room', label: 'Room', value: (row: Row) => row.room },
]
const rows: Row[] = [
  { name: 'Núñez, Inés', grade: 7, room: 'B10' },
  { name: 'Okafor, Amara', grade: null, room: 'B9' },
  { name: 'abara, Chidi', grade: 11, room: 'b2' },
]
const names = (found: Row[]) => found.map(({ name }) => name)

it('finds every word typed, without minding case or accents', () => {
  expect(names(filterRows(rows, columns, 'nunez  INES'))).toEqual(['Núñez, Inés'])
  expect(names(filterRows(rows, columns, 'okafor b9'))).toEqual(['Okafor, Amara'])
  expect(filterRows(rows, columns, ' ')).toHaveLength(3)
})

it('sorts names as people do, numbers as numbers, and keeps the unknown last both ways', () => {
  expect(names(sortRows(rows, columns, { key: 'name', descending: false }, 'en-US'))[0]).toBe('abara, Chidi')
  expect(sortRows(rows, columns, { key: 'room', descending: false }, 'en-US').map(({ room }) => room)).toEqual([
    'b2',
    'B9',
    'B10',
  ])
  expect(sortRows(rows, columns, { key: 'grade', descending: false }, 'en-US').map(({ grade }) => grade)).toEqual([
    7,
    11,
    null,
  ])
  expect(sortRows(rows, columns, { key: 'grade', descending: true }, 'en-US').map(({ grade }) => grade)).toEqual([
    11,
    7,
    null,
  ])
})

it('turns the order around at the second click', () => {
  const once = nextSort(null, 'name')
  expect(once).toEqual({ key: 'name', descending: false })
  expect(nextSort(once, 'name').descending).toBe(true)
  expect(nextSort(once, 'grade').descending).toBe(false)
})

it('exports what a spreadsheet reads as text, never as a formula', () => {
  const csv = toCsv([{ name: '=HYPERLINK("x")', grade: -2, room: 'A, 1' }], columns)
  expect(csv).toBe('Name,Grade,Room\r\n"\'=HYPERLINK(""x"")",-2,"A, 1"\r\n')
})
