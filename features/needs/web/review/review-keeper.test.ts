import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepReview, type Standing, type Written } from './review-keeper.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const text = (strengths: string): Written => ({ strengths, marks: {} })

/** A server that counts revisions and refuses a stale one. */
function desk() {
  const sent: { strengths: string; revision: number; isDone: boolean }[] = []
  const standings: Standing[] = []
  let revision = 0
  let isDown = false
  const send = async (said: Written & { revision: number; isDone: boolean }) => {
    if (isDown) throw new Error('no connection')
    if (said.revision !== revision) throw new Error('stale')
    sent.push({ strengths: said.strengths, revision: said.revision, isDone: said.isDone })
    return { revision: ++revision }
  }
  const keeper = keepReview(send, 0, (standing) => standings.push(standing))
  return { keeper, sent, standings, down: (is: boolean) => (isDown = is) }
}

test('what is typed is saved once after a pause, each save on top of the last', async () => {
  const { keeper, sent } = desk()
  keeper.changed(text('Dr'))
  keeper.changed(text('Draws'))
  await vi.advanceTimersByTimeAsync(800)
  keeper.changed(text('Draws and sings'))
  expect(await keeper.finish(text('Draws and sings'))).toBe(true)
  expect(sent).toEqual([
    { strengths: 'Draws', revision: 0, isDone: false },
    { strengths: 'Draws and sings', revision: 1, isDone: true },
  ])
})

test('without a connection the text waits and is saved by the next try', async () => {
  const { keeper, sent, standings, down } = desk()
  down(true)
  keeper.changed(text('Draws'))
  await vi.advanceTimersByTimeAsync(800)
  expect(standings.at(-1)).toMatchObject({ kind: 'problem' })
  down(false)
  expect(await keeper.flush()).toBe(true)
  expect(sent).toEqual([{ strengths: 'Draws', revision: 0, isDone: false }])
})
