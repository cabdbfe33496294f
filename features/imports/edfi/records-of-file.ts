import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { KeptFile, SentenceParams } from '../adapter.ts'
import { DamagedFile } from './damaged-file.ts'
import { decode } from './decoding.ts'
import type { Element } from './element.ts'

/** A child of the root. `row` counts them from 1; `element` is there for the names that were wanted. */
export type SourceRecord = { name: string; row: number; line: number; element: Element | null }
export type Root = { name: string; namespace: string }
export type Piece = { root: Root; records: SourceRecord[] }

const mostCharactersOfRecord = 4_000_000
const deepest = 100

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1)

const namespaceOf = ({ name, attributes }: SaxesTagPlain) => {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : ''
  return (prefix ? attributes[`xmlns:${prefix}`] : attributes['xmlns']) ?? ''
}

const sentences: [RegExp, context: string, string][] = [
  [/unclosed|unexpected end|unfinished/, 'cut', 'The file ends in the middle. Export or upload it again.'],
  [
    /outside of root|must contain a root|must start|disallowed/,
    'not_xml',
    'This is not XML. Choose the file that was exported.',
  ],
  [
    /undefined entity|entity/,
    'entity',
    'An entity is used that XML does not know. Export the file without entities of its own.',
  ],
]

/** Builds the trees of the wanted records while the parser walks; everything else is only counted. */
class Walk {
  readonly file: string
  readonly wanted: ReadonlySet<string>
  readonly parser = new SaxesParser({ xmlns: false, position: true })
  root: Root | undefined
  records: SourceRecord[] = []
  private depth = 0
  private rows = 0
  private boundary = 0
  private current: SourceRecord | undefined
  private open: Element[] = []

  constructor(file: string, wanted: ReadonlySet<string>) {
    this.file = file
    this.wanted = wanted
    this.parser.on('error', (error) => this.damaged(error.message.replace(/^\d+:\d+: /, '')))
    this.parser.on('doctype', () =>
      this.refuse('doctype', 'It declares a DTD, which could pull in other files. Remove it.'),
    )
    this.parser.on('opentag', (tag) => this.enter(tag))
    this.parser.on('text', (text) => this.write(text))
    this.parser.on('cdata', (text) => this.write(text))
    this.parser.on('closetag', () => this.leave())
  }

  private refuse(rule: string, sentence: string, params: SentenceParams = {}): never {
    throw new DamagedFile(this.file, rule, this.parser.line, sentence, params)
  }

  private damaged(message: string): never {
    const [, context, sentence] = sentences.find(([pattern]) => pattern.test(message)) ?? []
    if (sentence) this.refuse('damaged_xml', sentence, { context: context! })
    this.refuse('damaged_xml', `The XML is damaged here (${message}). Export the file again.`, { why: message })
  }

  private enter(tag: SaxesTagPlain) {
    const name = withoutPrefix(tag.name)
    this.depth += 1
    if (this.depth > deepest)
      this.refuse('damaged_xml', 'Elements are nested too deeply for an Ed-Fi file.', { context: 'deep' })
    if (this.depth === 1) this.root = { name, namespace: namespaceOf(tag) }
    if (this.depth === 2) this.begin(name)
    if (this.depth < 2 || !this.wanted.has(this.current!.name)) return
    const element = {
      name,
      id: tag.attributes['id'] ?? null,
      ref: tag.attributes['ref'] ?? null,
      text: '',
      children: [],
    }
    this.open.at(-1)?.children.push(element)
    this.open.push(element)
    this.current!.element ??= element
  }

  private begin(name: string) {
    this.rows += 1
    this.current = { name, row: this.rows, line: this.parser.line, element: null }
  }

  private write(text: string) {
    const element = this.open.at(-1)
    if (element) element.text += text
  }

  private leave() {
    this.open.pop()
    this.depth -= 1
    if (this.depth !== 1) return
    this.records.push(this.current!)
    this.boundary = this.parser.position
  }

  take(text: string | null): Piece {
    if (text === null) this.parser.close()
    else this.parser.write(text)
    if (this.parser.position - this.boundary > mostCharactersOfRecord)
      this.refuse('damaged_xml', 'A single record is larger than any Ed-Fi record can be.', { context: 'large' })
    const records = this.records
    this.records = []
    return { root: this.root ?? { name: '', namespace: '' }, records }
  }
}

/** Walks one interchange file in pieces, with the children of its root whose names are wanted as trees. Throws DamagedFile. */
export async function* recordsOf(file: KeptFile, wanted: ReadonlySet<string>): AsyncGenerator<Piece> {
  const walk = new Walk(file.name, wanted)
  for await (const text of decode(file)) {
    const piece = walk.take(text)
    if (piece.root.name) yield piece
  }
  yield walk.take(null)
}
