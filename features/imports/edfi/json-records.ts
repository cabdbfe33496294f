import type { KeptFile } from '../adapter.ts'
import { DamagedFile } from './damaged-file.ts'
import { decode } from './decoding.ts'
import { elementOfResource, resourceOf } from './json-element.ts'
import type { Piece, SourceRecord } from './records-of-file.ts'

const mostCharactersOfRecord = 4_000_000

/**
 * Cuts text into the objects of its outermost array, or of its lines, without reading what is in them: only braces and strings are
 * followed. Between objects only white space, commas and the brackets of the array may stand.
 */
class Cutter {
  private readonly file: string
  private depth = 0
  private isInString = false
  private isEscaped = false
  private brackets = 0
  private begun = ''
  private startLine = 1
  line = 1

  constructor(file: string) {
    this.file = file
  }

  damaged(sentence: string): never {
    throw new DamagedFile(this.file, 'damaged_json', this.line, sentence)
  }

  /** The whole objects that end in this piece, each with the line that it starts on. */
  *take(text: string): Generator<{ text: string; line: number }> {
    let start = 0
    for (let at = 0; at < text.length; at++) {
      const wasOutside = this.depth === 0
      this.step(text[at]!)
      if (wasOutside && this.depth > 0) {
        start = at
        this.startLine = this.line
      }
      if (wasOutside || this.depth > 0) continue
      yield { text: this.begun + text.slice(start, at + 1), line: this.startLine }
      this.begun = ''
    }
    if (this.depth > 0) this.begun += text.slice(start)
    if (this.begun.length > mostCharactersOfRecord)
      this.damaged('A single record is larger than any Ed-Fi record can be.')
  }

  private step(character: string) {
    if (character === '\n') this.line += 1
    if (this.isInString) {
      if (this.isEscaped) this.isEscaped = false
      else if (character === '\\') this.isEscaped = true
      else if (character === '"') this.isInString = false
    } else if (character === '"' && this.depth > 0) this.isInString = true
    else if (character === '{') this.depth += 1
    else if (character === '}' && this.depth > 0) this.depth -= 1
    else if (this.depth === 0) this.between(character)
  }

  private between(character: string) {
    if (character === '[' && this.brackets === 0) this.brackets = 1
    else if (character === ']' && this.brackets === 1) this.brackets = 2
    else if (!/[\s,\ufeff]/.test(character))
      this.damaged('This is not a list of JSON objects, as an Ed-Fi API answers. Export the resource again.')
  }

  end() {
    if (this.depth > 0 || this.brackets === 1) this.damaged('The file ends in the middle. Export or upload it again.')
  }
}

function parsed(cutter: Cutter, text: string) {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return cutter.damaged('The JSON is damaged here. Export the file again.')
  }
}

/** Walks a file of one resource, as an Ed-Fi API answers: a JSON array, or an object on each line. Throws DamagedFile. */
export async function* jsonRecordsOf(file: KeptFile, wanted: ReadonlySet<string>): AsyncGenerator<Piece> {
  const name = resourceOf(file.name) ?? ''
  const root = { name, namespace: 'json' }
  const cutter = new Cutter(file.name)
  let row = 0
  for await (const text of decode(file)) {
    const records: SourceRecord[] = []
    for (const each of cutter.take(text)) {
      row += 1
      const element = wanted.has(name) ? elementOfResource(name, parsed(cutter, each.text)) : null
      records.push({ name, row, line: each.line, element })
    }
    yield { root, records }
  }
  cutter.end()
}
