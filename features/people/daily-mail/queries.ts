import { sql } from '#platform/database.ts'
import type { DailyMail } from './contract.ts'

export const findDailyMailWish = (session: Buffer) =>
  sql<DailyMail>`select wanted, hour from door.daily_mail_wish(${session})`

export const chooseDailyMail = (session: Buffer, { wanted, hour }: DailyMail) =>
  sql`select door.choose_daily_mail(${session}, ${wanted}, ${hour})`
