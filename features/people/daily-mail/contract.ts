import { Type, type Static } from 'typebox'

export const DailyMail = Type.Object({
  wanted: Type.Boolean(),
  hour: Type.Integer({ minimum: 0, maximum: 23, description: 'from this hour of the community’s day on' }),
})
export type DailyMail = Static<typeof DailyMail>
