import type { OwnCode } from '../edfi/own-codes.ts'
import { snake } from '../staging/names.ts'
import type { ColumnSpec, FileSpec } from './file-spec.ts'

const categories: { [file: string]: { [column: string]: OwnCode['category'] } } = {
  'calendar.csv': { dayType: 'calendarEvent' },
  'attendance.csv': { code: 'attendance' },
  'incidents.csv': { behavior: 'behavior', participation: 'participation', action: 'discipline' },
}

/** Of which category the codes of a column of our own files are; none where the district cannot say what they mean. */
export const categoryOfColumn = (file: string, column: string) => categories[file.toLowerCase()]?.[column]

/** What the district says of the codes of a column, in the words of our own file. */
function inWordsOf({ codes = [] }: ColumnSpec, own: readonly OwnCode[]) {
  const words = new Map(codes.map((code) => [snake(code), code]))
  return own.flatMap(({ code, meaning }) => {
    const word = words.get(meaning)
    return word === undefined ? [] : [{ code, word }]
  })
}

/** The file with the district's own codes beside those of the template. */
export const withOwnCodes = (spec: FileSpec, own: readonly OwnCode[]): FileSpec => ({
  ...spec,
  columns: spec.columns.map((column) => {
    const category = categoryOfColumn(spec.file, column.name)
    return category
      ? {
          ...column,
          own: inWordsOf(
            column,
            own.filter((each) => each.category === category),
          ),
        }
      : column
  }),
})
