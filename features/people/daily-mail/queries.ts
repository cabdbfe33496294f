import { sql } from '#platform/database.ts'
import type { DailyMail } from './contract.ts'

export const wantsDailyMail = (session: Buffer) => sql<DailyMail>`select door.wants_daily_mail(${session}) as wanted`

export const chooseDailyMail = (session: Buffer, wanted: boolean) => sql<DailyMail>`
  select door.choose_daily_mail(${session}, ${wanted}) as wanted`
