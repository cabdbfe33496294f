import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type, type TProperties } from 'typebox'
import type { App } from './app.ts'
import { doorsOf } from './app.ts'
import { sql, type Database, type Entered, type Opening, type Statement } from './database.ts'
import { csvStream, xlsxFile, type Cell } from './export-cells.ts'
import { problems } from './problems.ts'

export type Locale = 'en' | 'es'

export type ExportColumn<Row> = { key: string; head: Record<Locale, string>; value: (row: Row, locale: Locale) => Cell }

/** One list that can be taken away as a file: the same filters, the same opening and the same rows as on its page. */
export type ExportedList<Filter, Row> = {
  /** Of the list, such as `/:community/students`. */
  url: string
  summary: string
  fileName: Record<Locale, string>
  filters?: TProperties
  columns: readonly ExportColumn<Row>[]
  /** How many rows, or for an outsider students, are asked for at once. */
  pageSize: number
  opening?: (offset: number) => Opening
  /** Refuses by throwing, when the list is not for whoever has entered. */
  admit?: (entered: Entered) => void
  statements: (filter: Filter, limit: number, offset: number, entry: { id: string | undefined }) => readonly Statement[]
  rows: (answers: readonly unknown[][], entered: Entered, locale: Locale) => Row[]
}

const mostRows = 200_000

const choice = {
  format: Type.Enum(['csv', 'xlsx']),
  columns: Type.Optional(Type.String({ maxLength: 400, description: 'keys of columns, with commas; all when absent' })),
  locale: Type.Optional(Type.Enum(['en', 'es'], { description: 'the language of the headings' })),
}
type Choice = { format: 'csv' | 'xlsx'; columns?: string; locale?: Locale }

const words = {
  en: { confidential: 'Confidential', by: 'taken out by', on: 'on' },
  es: { confidential: 'Confidencial', by: 'descargado por', on: 'el' },
}

const findReader = sql<{ name: string }>`
  select concat_ws(' ', given_name, family_name) as name from person
  where community_id = (select access.community()) and id = (select access.person())`

type Page<Row> = { rows: Row[]; entered: Entered; reader: string; isLast: boolean }

/** Registers `GET url/export`. Every page of it enters anew, so that a right that ends in the middle ends the file there. */
export function exportList<Filter, Row>(app: App, database: Database, list: ExportedList<Filter, Row>) {
  const doors = doorsOf(database)

  async function page(request: FastifyRequest, filter: Filter, locale: Locale, offset: number): Promise<Page<Row>> {
    const id = (request.params as { id?: string }).id
    const statements = [...list.statements(filter, list.pageSize, offset, { id }), findReader]
    const { entered, rows } = await doors.read(request, list.opening?.(offset) ?? null, statements)
    list.admit?.(entered)
    const answers = rows as unknown as unknown[][]
    const [reader] = answers.at(-1) as { name: string }[]
    const counted = entered.opened?.length ?? answers[0]!.length
    return {
      rows: list.rows(answers.slice(0, -1), entered, locale),
      entered,
      reader: reader?.name ?? '',
      isLast: counted < list.pageSize,
    }
  }

  async function send(request: FastifyRequest, reply: FastifyReply) {
    const { format, columns: wanted, locale = 'en', ...filter } = request.query as Choice & Filter
    const columns = chosenColumns(list.columns, wanted)
    // The first page is read before anything is sent: a refusal is a sentence and not half a file.
    const first = await page(request, filter as Filter, locale, 0)
    async function* pages() {
      let read = first
      for (let offset = list.pageSize; ; offset += list.pageSize) {
        yield read.rows.map((row) => columns.map((column) => column.value(row, locale)))
        if (read.isLast || offset > mostRows) return
        read = await page(request, filter as Filter, locale, offset)
      }
    }
    const { confidential, by, on } = words[locale]
    const head = columns.map((column) => column.head[locale])
    const { today } = first.entered
    const file = [list.fileName[locale], today, confidential, first.reader].join(' ')
    attach(reply, file, format)
    if (format === 'csv') return reply.send(csvStream(head, pages()))
    return reply.send(await xlsxFile(`${confidential} · ${by} ${first.reader} ${on} ${today}`, head, pages()))
  }

  app.get(
    `${list.url}/export`,
    {
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        summary: list.summary,
        description: 'A file for a spreadsheet, with the same filters and the same rows as the list.',
        produces: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
        querystring: Type.Object({ ...choice, ...list.filters }),
        response: { 200: Type.Any() },
      },
    },
    send,
  )
}

function chosenColumns<Row>(columns: readonly ExportColumn<Row>[], wanted: string | undefined) {
  if (!wanted) return columns
  return wanted.split(',').map((key) => {
    const column = columns.find((each) => each.key === key)
    if (!column) throw problems.invalid(`There is no column named ${key} here.`)
    return column
  })
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

// A name with accents goes into filename*; old programs read the plain one (RFC 6266).
function attach(reply: FastifyReply, name: string, format: 'csv' | 'xlsx') {
  const plain = name
    .normalize('NFD')
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase()
  const full = encodeURIComponent(`${name.replaceAll(' ', '-').toLowerCase()}.${format}`).replace(/['()*]/g, escape)
  reply
    .type(types[format])
    .header('content-disposition', `attachment; filename="${plain}.${format}"; filename*=UTF-8''${full}`)
}
