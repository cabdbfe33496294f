export type ContentKind = 'csv' | 'xml' | 'json' | 'zip' | 'spreadsheet' | 'pdf' | 'other'

const starts = (head: Buffer, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte)

/** What a file is by its first bytes; the name decides only between kinds of plain text. */
export function contentKind(name: string, head: Buffer): ContentKind {
  if (starts(head, 0x50, 0x4b))
    return /\.(xlsx|xlsm|ods)$/i.test(name) || head.includes('[Content_Types].xml') ? 'spreadsheet' : 'zip'
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'spreadsheet'
  if (starts(head, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  const text = head
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart()
  if (text.startsWith('<?xml') || /^<(!--|Interchange)/.test(text) || /\.xml$/i.test(name)) return 'xml'
  if (/\.zip$/i.test(name)) return 'zip'
  if (/\.(json|jsonl|ndjson)$/i.test(name)) return 'json'
  return /\.(csv|tsv|tab|txt)$/i.test(name) ? 'csv' : 'other'
}

/** The sentence for a file that is not read because of what it is. */
export const whyNotRead: Record<ContentKind, string> = {
  csv: 'No standard that is read here has a file of this name. It was not read. Send it by itself, and you are asked what its columns mean.',
  xml: 'This XML file is not one of the interchanges that are read here. It was not read.',
  json: 'This JSON file is not named after a resource of Ed-Fi that is read here, such as students.json. It was not read.',
  zip: 'This zip was not opened.',
  spreadsheet:
    'This spreadsheet was not read. An .xlsx file is read when it is sent by itself; save an older one as .xlsx, or each sheet as "CSV UTF-8".',
  pdf: 'This is a PDF, which holds no rows that can be read. Export the data as CSV from the system that made it.',
  other: 'This is not a kind of file that is read here.',
}
