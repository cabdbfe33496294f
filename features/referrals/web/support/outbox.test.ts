import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { ConnectionLost, ProblemError } from '#web/problem.ts'
import type { NewSupport } from '../../support/contract.ts'
import { dropLog, keepLog, keptLogs, sendKept } from './outbox.ts'

function memory() {
  const held = new Map<string, string>()
  return {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  }
}
const log = (): NewSupport => ({
  key: randomUUID(),
  studentId: randomUUID(),
  participationId: randomUUID(),
  on: '2026-03-02',
  attendance: 'present',
  minutes: 30,
  isInSchoolTime: false,
})
const lost = () => Promise.reject(new ConnectionLost(null))

it('keeps a log until the server has taken it, and sends it with the key that it had', async () => {
  const store = memory()
  const one = log()
  keepLog(store, 'hat', one)
  expect(await sendKept(store, 'hat', '/riverbend', lost)).toEqual({ sent: 0 })
  expect(keptLogs(store, 'hat')).toEqual([one])
  const asked: unknown[] = []
  const post = (path: string, body: NewSupport) => Promise.resolve(asked.push([path, body]))
  expect(await sendKept(store, 'hat', '/riverbend', post)).toEqual({ sent: 1 })
  expect(asked).toEqual([['/riverbend/support', one]])
  expect(keptLogs(store, 'hat')).toEqual([])
})

it('waits with the rest when the connection is lost on the way, in the order in which they were written', async () => {
  const store = memory()
  const [one, two, three] = [log(), log(), log()]
  for (const each of [one, two, three]) keepLog(store, 'hat', each)
  const post = (_: string, body: NewSupport) => (body.key === two.key ? lost() : Promise.resolve())
  expect(await sendKept(store, 'hat', '/riverbend', post)).toEqual({ sent: 1 })
  expect(keptLogs(store, 'hat')).toEqual([two, three])
})

it('shows what the server refuses and does not ask again, while the others go on', async () => {
  const store = memory()
  const [one, two] = [log(), log()]
  for (const each of [one, two]) keepLog(store, 'hat', each)
  const refusal = new ProblemError({ status: 404, code: 'not_found', title: 'Not found', detail: 'Over.' })
  const post = (_: string, body: NewSupport) => (body.key === one.key ? Promise.reject(refusal) : Promise.resolve())
  expect(await sendKept(store, 'hat', '/riverbend', post)).toEqual({ sent: 1 })
  expect(keptLogs(store, 'hat')).toEqual([{ ...one, refusal: { code: 'not_found', message: 'Over.' } }])
  expect(await sendKept(store, 'hat', '/riverbend', () => Promise.reject(new Error('asked again')))).toEqual({
    sent: 0,
  })
  dropLog(store, 'hat', one.key)
  expect(keptLogs(store, 'hat')).toEqual([])
})

it('belongs to one hat, survives a damaged store, and is asked again after signing in', async () => {
  const store = memory()
  keepLog(store, 'hat', log())
  expect(keptLogs(store, 'another')).toEqual([])
  const signedOut = new ProblemError({ status: 401, code: 'not_signed_in', title: 'Sign in' })
  await sendKept(store, 'hat', '/riverbend', () => Promise.reject(signedOut))
  expect(keptLogs(store, 'hat')).toMatchObject([{ minutes: 30 }])
  expect(keptLogs(store, 'hat')[0]).not.toHaveProperty('refusal')
  store.setItem('concentric.support.hat', '{')
  expect(keptLogs(store, 'hat')).toEqual([])
})
