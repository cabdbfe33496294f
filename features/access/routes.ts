import { Type } from 'typebox'
import { doorsOf, type App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { Done, Made } from '../people/contract.ts'
import { Agreement, Consent, Disclosure, NewAgreement, NewConsent, Sign, Viewer } from './contract.ts'
import * as query from './queries.ts'
import { yearRoutes } from './year/routes.ts'

const params = Type.Object({ community: Type.String(), id: Type.String({ format: 'uuid' }) })

export async function routes(app: App, database: Database) {
  const doors = doorsOf(database)
  await yearRoutes(app, database)

  app.get(
    '/:community/students/:id/viewers',
    { schema: { summary: 'List who can see a student, and why', params, response: { 200: Type.Array(Viewer) } } },
    async (request) => {
      const { rows } = await doors.read(request, null, [query.whoCanSee(request.params.id)])
      return rows[0]
    },
  )

  app.get(
    '/:community/students/:id/disclosures',
    {
      schema: {
        summary: 'List who from outside the school has opened a record',
        params,
        response: { 200: Type.Array(Disclosure) },
      },
    },
    async (request) => {
      const { rows } = await doors.read(request, null, [query.listDisclosures(request.params.id)])
      return rows[0]
    },
  )

  app.get(
    '/:community/students/:id/consents',
    { schema: { summary: 'List the consents given for a student', params, response: { 200: Type.Array(Consent) } } },
    async (request) => {
      const { rows } = await doors.read(request, null, [query.listConsents(request.params.id)])
      return rows[0]
    },
  )

  app.post(
    '/:community/consents',
    { schema: { summary: 'Give consent', body: NewConsent, response: { 201: Made } } },
    async (request, reply) => {
      const [made] = await doors.as(request, null, (tx) => tx(query.giveConsent(request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/consents/:id/withdrawal',
    { schema: { summary: 'Withdraw a consent', params, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.withdrawConsent(request.params.id)))
      return reply.code(201).send({ ok: true })
    },
  )

  app.get(
    '/:community/agreements',
    { schema: { summary: 'List agreements', response: { 200: Type.Array(Agreement) } } },
    async (request) => {
      const { rows } = await doors.read(request, null, [query.listAgreements()])
      return rows[0]
    },
  )

  app.post(
    '/:community/agreements',
    { schema: { summary: 'Draw up an agreement', body: NewAgreement, response: { 201: Made } } },
    async (request, reply) => {
      const [made] = await doors.as(request, null, (tx) => tx(query.draftAgreement(request.body)))
      return reply.code(201).send(made!)
    },
  )

  app.post(
    '/:community/agreements/:id/signature',
    { schema: { summary: 'Sign an agreement', params, body: Sign, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.signAgreement(request.params.id, request.body.signedName)))
      return reply.code(201).send({ ok: true })
    },
  )

  app.post(
    '/:community/agreements/:id/termination',
    { schema: { summary: 'End an agreement', params, response: { 201: Done } } },
    async (request, reply) => {
      await doors.as(request, null, (tx) => tx(query.terminateAgreement(request.params.id)))
      return reply.code(201).send({ ok: true })
    },
  )
}
