import type { FoundProblem, SentenceParams } from '../adapter.ts'
import { dayOf } from './day.ts'
import type { Category, Descriptors } from './descriptors.ts'
import { elementAt, textAt, textOf, type Element } from './element.ts'
import { codeOf, meaningOf } from './meaning.ts'
import type { SourceRecord } from './records-of-file.ts'

type Finding = Pick<FoundProblem, 'column' | 'value' | 'rule' | 'severity' | 'message' | 'params'>

const lastName = (path: string) => path.split('/').at(-1)!

/** One record while it is read: hands out its values and gathers what is wrong with it. After an error it must not be emitted. */
export class Row {
  readonly element: Element
  readonly place: { row: number; line: number }
  readonly findings: Finding[] = []
  private readonly maps: Descriptors

  constructor(record: SourceRecord, element: Element, maps: Descriptors) {
    this.element = element
    this.place = { row: record.row, line: record.line }
    this.maps = maps
  }

  get isSetAside() {
    return this.findings.some(({ severity }) => severity === 'error')
  }

  report(
    severity: Finding['severity'],
    rule: string,
    column: string,
    value: string | null,
    message: string,
    params: SentenceParams,
  ) {
    const at = { element: this.element.name, line: this.place.line }
    const where = `See the ${at.element} that starts on line ${at.line}.`
    this.findings.push({ severity, rule, column, value, message: `${message} ${where}`, params: { ...params, ...at } })
  }

  /** A column that is now unknown: an error where the record means nothing without it, a warning where it does. */
  private fault(
    isNeeded: boolean,
    rule: string,
    column: string,
    value: string | null,
    message: string,
    more: SentenceParams = {},
  ) {
    const outcome = isNeeded ? 'The record is set aside.' : 'The value is left empty.'
    const params = { name: column, written: value ?? '', ...more, outcome: isNeeded ? 'record_aside' : 'value_empty' }
    this.report(isNeeded ? 'error' : 'warning', rule, column, value, `${message} ${outcome}`, params)
    return null
  }

  text(path: string, from = this.element) {
    return textAt(from, path)
  }

  required(path: string, from = this.element) {
    const found = textAt(from, path)
    return found ?? this.fault(true, 'missing_element', lastName(path), null, `${lastName(path)} is missing.`)
  }

  /** An id as the source wrote it, without spaces around it, which are reported: they make one id look like two. */
  id(path: string, from = this.element) {
    const found = this.required(path, from)
    const written = elementAt(from, path)?.text ?? ''
    if (found !== null && written !== found && !/[\r\n]/.test(written)) {
      const message = `${lastName(path)} has spaces around it and is read as “${found}”. Have the source write it without.`
      this.report('warning', 'space_around_id', lastName(path), written, message, { name: lastName(path), found })
    }
    return found
  }

  day(path: string, presence: 'required' | 'needed_if_there' | 'optional' = 'required') {
    const written = presence === 'required' ? this.required(path) : this.text(path)
    if (written === null) return null
    const isNeeded = presence !== 'optional'
    const message = `“${written}” is not a day that exists, written YYYY-MM-DD.`
    return dayOf(written) ?? this.fault(isNeeded, 'no_such_day', lastName(path), written, message)
  }

  number(path: string, most: number) {
    const written = this.text(path)
    if (written === null) return null
    const isNumber = /^\+?(\d+\.?\d*|\.\d+)$/.test(written) && Number(written) <= most
    if (isNumber) return String(Number(written))
    const message = `${lastName(path)} has to be a number from 0 to ${most}, not “${written}”.`
    return this.fault(true, 'number_out_of_range', lastName(path), written, message, { most })
  }

  boolean(path: string) {
    const written = this.text(path)
    if (written === null) return null
    if (/^(true|1)$/.test(written)) return 'true'
    if (/^(false|0)$/.test(written)) return 'false'
    return this.fault(false, 'not_true_or_false', lastName(path), written, `“${written}” is neither true nor false.`)
  }

  /** The meaning of a descriptor element; older versions wrap the code in a CodeValue. Null when it is absent or unknown. */
  meaning(category: Category, from: Element | undefined) {
    const written = from && (textOf(from) ?? textAt(from, 'CodeValue'))
    if (!from || !written) return null
    const found = meaningOf(this.maps, category, written)
    if (found !== undefined) return found || null
    const message = `The code “${codeOf(written)}” of ${from.name} is not known here. Say what it means under Codes, and check the files again.`
    return this.fault(this.maps[category].whenUnknown === 'set_aside', 'unknown_code', from.name, written, message, {
      code: codeOf(written),
    })
  }

  requiredMeaning(category: Category, path: string) {
    return this.neededMeaning(category, elementAt(this.element, path), lastName(path))
  }

  neededMeaning(category: Category, from: Element | undefined, name: string) {
    if (from && (textOf(from) || textAt(from, 'CodeValue'))) return this.meaning(category, from)
    return this.fault(true, 'missing_element', name, null, `${name} is missing.`)
  }

  /** The ids that a reference names. A `ref` to a record of these files has been replaced by its identity before. */
  reference(name: string, paths: readonly string[], presence: 'required' | 'optional' = 'required'): string[] | null {
    const isNeeded = presence === 'required'
    const from = elementAt(this.element, name)
    if (!from) return isNeeded ? this.fault(true, 'missing_element', name, null, `${name} is missing.`) : null
    if (from.children.length > 0) {
      const ids = paths.map((path) => this.id(path, from))
      return ids.includes(null) ? null : (ids as string[])
    }
    if (!from.ref) return this.fault(isNeeded, 'missing_element', name, null, `${name} is empty.`, { context: 'empty' })
    const message = `${name} only says ref="${from.ref}", and no record with this id, or more than one, is in these files. Send the file that holds it, or export with identities.`
    return this.fault(isNeeded, 'reference_by_ref', name, from.ref, message)
  }

  student() {
    return this.reference('StudentReference', ['StudentIdentity/StudentUniqueId'])?.[0] ?? null
  }

  school(name = 'SchoolReference') {
    return this.reference(name, ['SchoolIdentity/SchoolId'])?.[0] ?? null
  }
}
