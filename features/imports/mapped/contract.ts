import { Type, type Static } from 'typebox'
import { Nullable } from '../../students/contract.ts'

const Texts = Type.Array(Type.String({ maxLength: 1000 }), { maxItems: 2000 })
const Words = Type.Record(Type.String({ maxLength: 1000 }), Type.String({ maxLength: 1000 }))
/** What one file holds, and what its columns and values mean; the fields are those of mapped/row-kinds.ts. */
export const FileMappingBody = Type.Object({
  file: Type.String({ maxLength: 500 }),
  headers: Texts,
  holds: Type.String({ maxLength: 50, description: 'what a row is; nothing: the file is not used' }),
  columns: Words,
  days: Words,
  values: Type.Record(Type.String({ maxLength: 1000 }), Words),
  constants: Words,
  below: Texts,
  isWhole: Type.Boolean({ description: 'what is missing from the file is gone' }),
  unsure: Type.Array(Type.String({ maxLength: 2000 }), {
    description: 'what nobody has said yes to yet; empty before it is used',
  }),
})
export const MappingBody = Type.Object({
  version: Type.Integer({ minimum: 0, description: 'the version that the change was made on' }),
  files: Type.Array(FileMappingBody, { maxItems: 500 }),
})
export type MappingBody = Static<typeof MappingBody>

const ReasonBody = Type.Object({
  about: Type.String(),
  code: Type.String(),
  isSure: Type.Boolean(),
  with: Type.Record(Type.String(), Type.String()),
})
const Look = Type.Object({
  file: Type.String(),
  headers: Type.Array(Type.String()),
  secrets: Type.Array(Type.String()),
  rows: Type.Integer(),
  samples: Type.Array(Type.Array(Type.String())),
  columns: Type.Array(
    Type.Object({
      header: Type.String(),
      filled: Type.Integer(),
      values: Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() })),
      isListed: Type.Boolean(),
    }),
  ),
})
export const MappingDetail = Type.Object({
  version: Type.Integer(),
  state: Type.String(),
  sourceName: Nullable(Type.String()),
  files: Type.Array(FileMappingBody),
  reasons: Type.Record(Type.String(), Type.Array(ReasonBody)),
  looks: Type.Array(Look, {
    description: 'headers, first rows and values; never a password or social security number',
  }),
  changes: Type.Array(
    Type.Object({ file: Type.String(), added: Type.Array(Type.String()), gone: Type.Array(Type.String()) }),
  ),
})
export type MappingDetail = Static<typeof MappingDetail>
