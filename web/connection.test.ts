import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from './api.ts'
import { connection, slowWrites } from './connection.ts'
import { ConnectionLost, NoAnswer, SavingUnknown } from './problem.ts'
import { queryClient } from './query-client.ts'
import { findsServer, longestReadMs, longWriteMs } from './reach.ts'

const saved = () => new Response('{"ok":true}', { headers: { 'content-type': 'application/json' } })
const of = (asked: Promise<unknown>) => asked.catch((error: unknown) => error)

/** A server that takes the request and says nothing, until the page gives up. */
const silent = (_url: string, { signal }: RequestInit) =>
  new Promise<Response>((_, fail) => signal?.addEventListener('abort', () => fail(new Error('aborted'))))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { cookie: '' })
  vi.stubGlobal('window', { location: { pathname: '/app', search: '', hash: '', assign: vi.fn() } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  connection.set('there')
  queryClient.clear()
})

describe('a page that asks for something', () => {
  it('says after half a minute without an answer that the connection may be lost', async () => {
    vi.stubGlobal('fetch', silent)
    const asked = of(api.get('/students'))
    await vi.advanceTimersByTimeAsync(longestReadMs - 1)
    expect(connection.get()).toBe('there')
    await vi.advanceTimersByTimeAsync(1)
    expect(await asked).toBeInstanceOf(NoAnswer)
    expect(connection.get()).toBe('lost')
  })

  it('says so too when the answer breaks off in the middle, or only a proxy answers', async () => {
    const broken = saved()
    vi.spyOn(broken, 'text').mockRejectedValue(new TypeError('network error'))
    vi.stubGlobal('fetch', async () => broken)
    expect(await of(api.get('/students'))).toBeInstanceOf(ConnectionLost)
    vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    expect(await of(api.get('/students'))).toBeInstanceOf(ConnectionLost)
    expect(connection.get()).toBe('lost')
  })

  it('alarms nobody when it was left before the answer came', async () => {
    vi.stubGlobal('fetch', silent)
    const left = new AbortController()
    const asked = of(api.get('/students', { signal: left.signal }))
    left.abort()
    expect(await asked).not.toBeInstanceOf(ConnectionLost)
    expect(connection.get()).toBe('there')
  })

  it('gets it by itself once the server is found again', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 504 }))
    const seen: unknown[] = []
    const { QueryObserver } = await import('@tanstack/react-query')
    const leave = new QueryObserver(queryClient, { queryKey: ['k'], queryFn: () => api.get('/students') }).subscribe(
      ({ status }) => seen.push(status),
    )
    await vi.advanceTimersByTimeAsync(5_000)
    expect(seen.at(-1)).toBe('error')
    vi.stubGlobal('fetch', async () => saved())
    await api.get('/me')
    await vi.advanceTimersByTimeAsync(10)
    expect(seen.at(-1)).toBe('success')
    leave()
  })
})

describe('a page that saves something', () => {
  it('is never cut off, says that it takes long, and takes the answer when it comes', async () => {
    let answer = (_: Response) => {}
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)))
    const saving = api.post('/notes', { body: 'Called home' })
    await vi.advanceTimersByTimeAsync(longWriteMs)
    expect(slowWrites.get()).toBe(1)
    await vi.advanceTimersByTimeAsync(10 * longestReadMs)
    answer(saved())
    expect(await saving).toEqual({ ok: true })
    expect(slowWrites.get()).toBe(0)
  })

  it('says that nobody knows whether it was saved when the connection was lost under way', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')))
    expect(await of(api.post('/notes', { body: 'Called home' }))).toBeInstanceOf(SavingUnknown)
    expect(connection.get()).toBe('lost')
  })

  it('says that nothing left the page when the device had no connection to begin with', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')))
    const problem = await of(api.post('/notes', { body: 'Called home' }))
    expect(problem).toBeInstanceOf(ConnectionLost)
    expect(problem).not.toBeInstanceOf(SavingUnknown)
  })
})

it('a page whose parts have not arrived asks whether the server is there before it loads anew', async () => {
  vi.stubGlobal('fetch', silent)
  const asked = findsServer()
  await vi.advanceTimersByTimeAsync(longestReadMs)
  expect(await asked).toBe(false)
  expect(connection.get()).toBe('lost')
  vi.stubGlobal('fetch', async () => new Response('<!doctype html>'))
  expect(await findsServer()).toBe(true)
  expect(connection.get()).toBe('there')
})
