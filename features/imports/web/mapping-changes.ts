import { fields } from '../mapped/fields.ts'
import { aboutBelow, aboutColumn, aboutConstant, type FileMapping } from '../mapped/mapping.ts'
import { baseOf, rowKinds } from '../mapped/row-kinds.ts'

/** Whether a column stands in the open: it is used, or something about it is unsure. */
export const isColumnNoticed = (mapping: FileMapping, header: string): boolean =>
  Object.hasOwn(mapping.columns, header) ||
  mapping.unsure.some((about) => about === aboutColumn(header) || about === aboutBelow(header))

/** The choices for a column: the fields of the kind that no other column is, and the repeated one under the column's own name. */
export function fieldsFor({ holds, columns }: FileMapping, header: string): string[] {
  const { fields: all, repeated } = rowKinds[holds]!
  const taken = Object.entries(columns).flatMap(([other, field]) => (other === header ? [] : [field]))
  const own = all.filter((field) => field !== repeated && field !== 'bestMark' && !taken.includes(field))
  return repeated ? [...own, `${repeated}:${header}`] : own
}

/** The mapping with another field for a column. What was unsure about the column is settled by the choice. */
export function withField(mapping: FileMapping, header: string, field: string): FileMapping {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([each]) => each !== header))
  if (field) columns[header] = field
  const isDay = fields[baseOf(field)]?.shape === 'day'
  const isAbout = (about: string) => about.split('=')[0]!.endsWith(` ${header}`) && !about.startsWith('constant ')
  const constants = Object.fromEntries(
    Object.entries(mapping.constants).filter(([each, said]) => each !== field || said === ''),
  )
  return {
    ...mapping,
    columns,
    constants,
    days: isDay ? { ...mapping.days, [header]: mapping.days[header] ?? 'mdy' } : mapping.days,
    below: field ? mapping.below : mapping.below.filter((each) => each !== header),
    unsure: mapping.unsure.filter((about) => !isAbout(about)),
  }
}

export const withConstant = (mapping: FileMapping, field: string, value: string): FileMapping => ({
  ...mapping,
  constants: { ...mapping.constants, [field]: value },
  unsure: mapping.unsure.filter((about) => about !== aboutConstant(field)),
})
