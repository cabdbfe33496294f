import { listExposed, listUsedSessions, type Exposed } from '#features/access/exposure/queries.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { print, required, UsageError, type Command } from './command.ts'
import { asOperator } from './desk.ts'

/** `concentric exposure --since WHEN`: whose records could have been seen, or were shown, since then; by one account or by all. */
export const run: Command = (call) => {
  const since = required(call.options.since, '--since DAY or moment, such as 2026-03-01T08:00:00Z')
  if (Number.isNaN(Date.parse(since)))
    throw new UsageError(`"${since}" is no day or moment. Write it as 2026-03-01 or 2026-03-01T08:00:00Z.`)
  const email = call.options.account ?? null
  return asOperator(call, async ({ installation, communityId }) => {
    const moment = new Date(since).toISOString()
    const { sessions, exposed } = await unsafeAsOwner(installation.urls.concentric_owner, async (tx) => ({
      sessions: await tx(listUsedSessions(communityId, moment, email)),
      exposed: await tx(listExposed(communityId, moment, email)),
    }))
    const students = byStudent(exposed)
    if (call.options.json) print(JSON.stringify({ since: moment, sessions, students }))
    else {
      for (const { email: who, how, from, lastSeen, refusals } of sessions)
        print(`${who}\tby ${how}\t${from} to ${lastSeen}\t${refusals} refused`)
      for (const { externalId, through } of students) print([externalId, ...through.map(sentence)].join('\t'))
      print(`${students.length} students since ${moment}.`)
    }
    return 0
  })
}

function byStudent(exposed: Exposed[]) {
  const students = new Map<string, Omit<Exposed, 'externalId'>[]>()
  for (const { externalId, ...through } of exposed)
    students.set(externalId, [...(students.get(externalId) ?? []), through])
  return [...students].map(([externalId, through]) => ({ externalId, through }))
}

const sentence = ({ email, role, place, how }: Omit<Exposed, 'externalId'>) =>
  `${email} ${how} it as ${role.replace('_', ' ')}${place ? ` of ${place}` : ''}`
