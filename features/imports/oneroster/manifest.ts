import { parse } from 'csv-parse/sync'
import type { FoundProblem, KeptFile } from '../adapter.ts'

export type Manifest = { version: string | null; modes: Map<string, string> }

const largest = 1_000_000

async function textOf(file: KeptFile) {
  const chunks: Buffer[] = []
  for await (const chunk of await file.open()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** What the manifest says is in the set: the version, and for each file bulk, delta or absent. */
export async function readManifest(file: KeptFile): Promise<Manifest> {
  if (file.bytes > largest) return { version: null, modes: new Map() }
  const options = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }
  const rows = parse(await textOf(file), options) as string[][]
  const values = new Map(rows.map(([name = '', value = '']) => [name.trim(), value.trim()]))
  const modes = [...values].flatMap(([name, value]): [string, string][] =>
    name.startsWith('file.') ? [[`${name.slice('file.'.length)}.csv`, value.toLowerCase()]] : [],
  )
  return { version: values.get('oneroster.version') ?? null, modes: new Map(modes) }
}

/** Where the manifest and the files that are there disagree. */
export function compareWithManifest(manifest: Manifest | null, names: readonly string[]): FoundProblem[] {
  const file = 'manifest.csv'
  if (!manifest) {
    const message = 'There is no manifest.csv, so what each file is was taken from its name, as in OneRoster 1.0.'
    return [{ file, rule: 'manifest_missing', severity: 'warning', message }]
  }
  const problems: FoundProblem[] = []
  const tell = (name: string, context: string, message: string, mode = '') => {
    const params = { name, mode, context }
    problems.push({
      file,
      column: 'propertyName',
      value: name,
      rule: 'manifest_files',
      severity: 'warning',
      message,
      params,
    })
  }
  for (const [name, mode] of manifest.modes) {
    if (mode !== 'absent' && !names.includes(name))
      tell(name, 'missing', `The manifest names ${name}, but the file is not there.`)
    if (mode === 'absent' && names.includes(name))
      tell(name, 'absent', `The manifest says that ${name} is absent, but it is there. It was read.`)
    if (!['absent', 'bulk', 'delta'].includes(mode))
      tell(name, 'mode', `The manifest says "${mode}" for ${name}. It must be absent, bulk or delta.`, mode)
  }
  for (const name of names)
    if (!manifest.modes.has(name)) tell(name, 'unnamed', `The manifest does not name ${name}. It was read.`)
  if (!['1.1', '1.2', '1.2.1'].includes(manifest.version ?? ''))
    problems.push({
      file,
      column: 'oneroster.version',
      value: manifest.version,
      rule: 'manifest_version',
      severity: 'warning',
      message: 'OneRoster 1.1 and 1.2 are read here. The files were read as far as their columns are known.',
    })
  return problems
}
