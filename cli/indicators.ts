import { listIndicators, type IndicatorRow } from '#features/indicators/list-indicators.ts'
import { print, type Command } from './command.ts'
import { asOperator } from './desk.ts'

export const run: Command = (call) =>
  asOperator(call, async ({ database, session, communityId, districtId }) => {
    const { school, preset, 'as-of': asOf, json } = call.options
    const wish = {
      communityId,
      districtId,
      ...(school && { school }),
      ...(preset && { preset }),
      ...(asOf && { asOf }),
    }
    const students = await database.as(session, null, (tx) => listIndicators(tx, wish))
    print(json ? JSON.stringify({ students }) : students.map(line).join('\n'))
    return 0
  })

const line = ({ externalId, schoolId, daysEnrolled, daysMissed, attendanceRate, flags }: IndicatorRow) =>
  [
    externalId,
    schoolId,
    daysEnrolled,
    daysMissed,
    attendanceRate ?? 'no rate',
    ...flags.map((flag) => `${flag.indicator} ${flag.level}: ${flag.reason}`),
  ].join('\t')
