import { Type, type Static } from 'typebox'

export const DailyMail = Type.Object({ wanted: Type.Boolean() })
export type DailyMail = Static<typeof DailyMail>
