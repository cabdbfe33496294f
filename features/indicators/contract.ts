import { Type, type Static } from 'typebox'
import { Nullable } from '../students/contract.ts'
import { indicators, levels, subjects, windows, type PresetRules } from './preset-rules.ts'

const Text = Type.String()
const Cut = Type.Object({
  indicator: Type.Enum([...indicators]),
  level: Type.Enum([...levels]),
  rule: Type.String({ maxLength: 40 }),
  value: Type.Number(),
  subjects: Type.Optional(Type.Array(Type.Enum([...subjects]), { maxItems: 5 })),
  grades: Type.Optional(Type.Array(Type.String({ maxLength: 10 }), { maxItems: 20 })),
})
/** The cut points of a preset, with its window, the fewest enrolled days and the lowest passing mark. */
export const Rules = Type.Unsafe<PresetRules>(
  Type.Object({
    window: Type.Enum([...windows]),
    minimumDays: Type.Number(),
    passMark: Type.Number(),
    grades: Type.Optional(Type.Array(Type.String({ maxLength: 10 }), { maxItems: 20 })),
    cuts: Type.Array(Cut, { maxItems: 60 }),
  }),
)
export const PresetVersion = Type.Object({
  id: Text,
  name: Text,
  version: Type.Integer(),
  title: Text,
  citation: Text,
  rules: Rules,
  isOwn: Type.Boolean({ description: 'made by the district; the others are as they were published' }),
  isLatest: Type.Boolean(),
  isChosen: Type.Boolean(),
  basedOn: Nullable(Text),
  createdBy: Nullable(Text),
  createdAt: Text,
  flags: Type.Integer({
    description: 'flags that this version made and that stand now, of students whom the reader may see',
  }),
})
export type PresetVersion = Static<typeof PresetVersion>
export const SavePreset = Type.Object({
  base: Type.String({ format: 'uuid', description: 'the version that was copied or changed' }),
  title: Type.String({ maxLength: 120 }),
  rules: Rules,
  isCopy: Type.Boolean(),
})
export type SavePreset = Static<typeof SavePreset>
export const ChoosePreset = Type.Object({
  id: Type.String({ format: 'uuid' }),
  insteadOf: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
})
export type ChoosePreset = Static<typeof ChoosePreset>
export const PresetChoice = Type.Object({
  presetId: Text,
  title: Text,
  version: Type.Integer(),
  state: Type.String({ description: 'waiting, working, done or failed' }),
  stepsDone: Type.Integer(),
  steps: Type.Integer(),
  chosenAt: Text,
  chosenBy: Text,
  finishedAt: Nullable(Text),
})
export type PresetChoice = Static<typeof PresetChoice>
export const LastChoice = Type.Object({ choice: Nullable(PresetChoice) })
export type LastChoice = Static<typeof LastChoice>
const Judged = Type.Object({
  looked: Type.Integer({ description: 'students in the grades that the rules apply to' }),
  caution: Type.Integer(),
  concern: Type.Integer(),
  unknown: Type.Integer({
    description: 'too few enrolled days, no mark, or no incidents brought in: neither a flag nor fine',
  }),
})
export const SchoolTally = Type.Object({
  schoolId: Nullable(Text),
  schoolName: Nullable(Text),
  students: Type.Integer(),
  flagged: Type.Integer(),
  indicators: Type.Record(Text, Judged),
})
export type SchoolTally = Static<typeof SchoolTally>
export const Preview = Type.Object({ proposed: Type.Array(SchoolTally), present: Type.Array(SchoolTally) })
export type Preview = Static<typeof Preview>
