import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done, Made } from '../../people/contract.ts'
import { Due, NewReminder, ReminderChange } from './contract.ts'
import * as query from './queries.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })
const where = Type.Object({ scope: Type.Optional(Type.Enum(['caseload', 'school'])) })
// A partner opens its referrals alone here: no name of a student is needed to know that one waits.
const referralsAlone = { elements: ['referrals'], students: 'mine' as const }

/** What is due this week, for whoever is here: reminders, referrals without an answer, and what ends soon. */
export async function dueRoutes(app: App, database: Database) {
  const doors = doorsOf(database)

  app.get(
    '/:community/due',
    { schema: { summary: 'Read what is due this week', querystring: where, response: { 200: Due } } },
    async (request) => {
      const { scope = 'caseload' } = request.query
      const { entered, rows } = await doors.read(request, referralsAlone, [
        query.listReminders(),
        query.listUnanswered(scope),
        query.listEndingConsents(scope),
        query.listEndingAgreements(),
        query.findDataAge(),
        query.countProposals(),
      ])
      const [reminders, referrals, consents, agreements, age, proposals] = rows
      const isSteward = entered.role === 'data_steward'
      const knowsAgreements = ['data_steward', 'principal', 'coordinator', 'partner_worker'].includes(entered.role)
      return {
        items: [...reminders, ...referrals, ...consents, ...(knowsAgreements ? agreements : [])],
        today: entered.today,
        dataAgeDays: isSteward ? (age[0]?.days ?? null) : null,
        proposals: isSteward ? (proposals[0]?.waiting ?? 0) : null,
      }
    },
  )

  app.post(
    '/:community/reminders',
    { schema: { summary: 'Set a reminder for oneself', body: NewReminder, response: { 201: Made } } },
    async (request, reply) => {
      const [made] = await doors.as(request, referralsAlone, (tx) => tx(query.setReminder(request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/reminders/:id/changes',
    {
      schema: {
        summary: 'Mark a reminder as done or not, or move it to another day',
        params,
        body: ReminderChange,
        response: { 201: Done },
      },
    },
    async (request, reply) => {
      await doors.as(request, referralsAlone, (tx) => tx(query.changeReminder(request.params.id, request.body)))
      return reply.code(201).send({ ok: true })
    },
  )
}
