import { listYearTurns, rehearseYear, turnYear } from '#features/access/year/queries.ts'
import { print, required, say, type Command } from './command.ts'
import { asOperator } from './desk.ts'

/** Rehearses the turn of the school year; with --apply it is done, once. */
export const run: Command = (call) => {
  const to = required(call.options.to, '--to 2027-28')
  return asOperator(call, async ({ database, session }) => {
    const { rows } = await database.read(session, null, [rehearseYear(to)])
    if (call.options.apply) await database.as(session, null, (tx) => tx(turnYear(to)))
    if (call.options.json) {
      const { rows: turns } = await database.read(session, null, [listYearTurns()])
      print(JSON.stringify({ lines: rows[0], turns: turns[0] }))
      return 0
    }
    for (const { what, schoolName, name, detail, on, doesChange } of rows[0])
      print([what, doesChange ? 'changes' : 'stays', schoolName ?? '', name, detail ?? '', on ?? ''].join('\t'))
    say(
      call.options.apply ? `The year has turned to ${to}.` : 'This was a rehearsal: nothing was changed. Add --apply.',
    )
    return 0
  })
}
