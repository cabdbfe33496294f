import type { Adapter, KeptFile, ReadingContext, SentenceParams } from '../adapter.ts'
import type { RecordKind } from '../records.ts'
import { DamagedFile } from './damaged-file.ts'
import { descriptors, type Descriptors } from './descriptors.ts'
import { gather } from './gathering.ts'
import { resourceOf } from './json-element.ts'
import { nothingKnown, type Known } from './known.ts'
import { withOwnCodes } from './own-codes.ts'
import { readers } from './readers.ts'
import type { Root, SourceRecord } from './records-of-file.ts'
import { isJson, recordsOf } from './records-of.ts'
import { isEdFi } from './recognize.ts'
import { Row } from './row.ts'
import { Tally } from './tally.ts'

const wanted = new Set(readers.keys())
/** Since version 3 the namespace says the version with points, before it as four digits: 0200 is 2.0, 0220 is 2.2. */
const isKnownVersion = (namespace: string) => /^http:\/\/ed-fi\.org\/([345](\.\d+)*|02\d\d|0[345]\d\d)$/.test(namespace)

type Staged = { kind: RecordKind; record: Record<string, string | null> }

class FileReading {
  private readonly file: KeptFile
  private readonly context: ReadingContext
  private readonly maps: Descriptors
  private readonly known: Known
  private readonly tally = new Tally()
  readonly kinds = new Set<RecordKind>()
  readonly lost = new Map<RecordKind, number>()

  constructor(file: KeptFile, context: ReadingContext, maps: Descriptors, known: Known) {
    this.file = file
    this.context = context
    this.maps = maps
    this.known = known
  }

  async read() {
    let isFirst = true
    for await (const { root, records } of recordsOf(this.file, wanted)) {
      if (isFirst && !(await this.isInterchange(root))) return
      isFirst = false
      for (const record of records) await this.readRecord(record)
      this.context.progress(records.length)
    }
    await this.reportLost()
    for (const note of this.tally.notes()) await this.context.report({ file: this.file.name, ...note })
  }

  private async isInterchange({ name, namespace }: Root) {
    const file = this.file.name
    if (namespace === 'json') return true
    if (!name.startsWith('Interchange')) {
      const message = `Its root element is ${name}, not an Ed-Fi interchange. The file is not read; choose the interchange files.`
      await this.context.report({
        file,
        row: null,
        value: name,
        rule: 'wrong_root',
        severity: 'error',
        message,
        params: { name },
      })
      return false
    }
    if (isKnownVersion(namespace)) return true
    const said = namespace ? `the namespace ${namespace}` : 'no namespace'
    const message = `It has ${said}. Versions 2 to 5 of the Ed-Fi Data Standard are read here; compare the counts with your source.`
    const params: SentenceParams = namespace ? { namespace } : { context: 'none' }
    await this.context.report({
      file,
      row: null,
      value: namespace,
      rule: 'other_version',
      severity: 'note',
      message,
      params,
    })
    return true
  }

  private async readRecord(record: SourceRecord) {
    const { name, element, row: number } = record
    const reader = readers.get(name)
    if (!reader || !element) return this.tally.notRead(name)
    this.known.refs.resolve(this.file.name, element)
    const row = new Row(record, element, this.maps)
    const staged: Staged[] = []
    reader.read({
      row,
      known: this.known,
      stage: (kind, fields) => staged.push({ kind, record: fields }),
      leaveOut: (rule, sentence) => this.tally.leftOut(name, rule, sentence),
    })
    for (const finding of row.findings) await this.context.report({ file: this.file.name, row: number, ...finding })
    if (row.isSetAside) return void this.lost.set(reader.kind, (this.lost.get(reader.kind) ?? 0) + 1)
    for (const each of staged) await this.pass(each, number)
  }

  private async reportLost() {
    const count = [...this.lost.values()].reduce((sum, each) => sum + each, 0)
    if (count === 0) return
    const message = `${count} records were set aside. Nothing of their kind that is missing in these files is withdrawn this time.`
    const params = { count, context: 'records' }
    await this.context.report({
      file: this.file.name,
      row: null,
      rule: 'rows_lost',
      severity: 'warning',
      message,
      params,
    })
  }

  private async pass({ kind, record }: Staged, row: number) {
    this.kinds.add(kind)
    await this.context.emit(kind, record, { file: this.file.name, row })
  }
}

const reportDamage = async (context: ReadingContext, error: unknown) => {
  if (!(error instanceof DamagedFile)) return
  const { file, rule, line, message, params } = error
  await context.report({
    file,
    row: null,
    column: null,
    value: line ? `line ${line}` : null,
    rule,
    severity: 'error',
    message,
    params,
  })
}

const reportLonelyIncidents = async (context: ReadingContext, files: readonly KeptFile[], known: Known) => {
  const lonely = [...known.incidents.keys()].filter((key) => !known.incidentsWithStudents.has(key)).length
  if (lonely === 0) return
  const message = `DisciplineIncident: ${lonely} records name no student who did something, and are left out.`
  await context.report({
    file: files[0]!.name,
    row: null,
    rule: 'incident_without_student',
    severity: 'note',
    message,
    params: { count: lonely },
  })
}

/**
 * Reads Ed-Fi interchange files, in any order: first what others refer to, then every record. A damaged file is reported and thrown,
 * so that nothing of the set is applied.
 */
export const readEdFi = async (
  files: readonly KeptFile[],
  context: ReadingContext,
  maps: Descriptors = descriptors,
) => {
  const known = nothingKnown()
  const whole = new Set<RecordKind>()
  const lost = new Set<RecordKind>()
  try {
    // What a reference names may stand in a later file, so references are followed once all files were seen.
    const gathered = []
    for (const file of files) gathered.push(await gather(file, maps, known))
    for (const settle of gathered) settle?.()
    for (const file of files) {
      const reading = new FileReading(file, context, maps, known)
      await reading.read()
      for (const kind of reading.kinds) whole.add(kind)
      for (const kind of reading.lost.keys()) lost.add(kind)
    }
  } catch (error) {
    await reportDamage(context, error)
    throw error
  }
  await reportLonelyIncidents(context, files, known)
  return { whole: [...whole].filter((kind) => !lost.has(kind)) }
}

export const edFi: Adapter = {
  format: 'edfi',
  recognizes: (name, head) => (isJson(name) ? resourceOf(name) !== undefined : isEdFi(head) || /\.xml$/i.test(name)),
  read: (files, context) => readEdFi(files, context, withOwnCodes(descriptors, context.ownCodes ?? [])),
}
