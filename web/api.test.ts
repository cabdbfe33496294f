import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { address, api, cookieValue } from './api.ts'
import { connection } from './connection.ts'
import { hatChanged, pageHat } from './hat.ts'
import { ConnectionLost, ProblemError } from './problem.ts'

const answers = (status: number, body: unknown, type = 'application/json') =>
  vi.fn(
    async (_url: string, _init: RequestInit) =>
      new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }),
  )
const assign = vi.fn()

beforeEach(() => {
  vi.stubGlobal('document', { cookie: 'other=1; concentric_csrf=a%2Bb; last=2' })
  vi.stubGlobal('window', { location: { pathname: '/app/students', search: '?grade=7', hash: '', assign } })
})
afterEach(() => {
  vi.unstubAllGlobals()
  assign.mockReset()
  pageHat.set(null)
  hatChanged.set(false)
  connection.set('there')
})

describe('a request', () => {
  it('names the hat of its page, and the CSRF value when it changes something', async () => {
    const fetch = answers(200, { saved: true })
    vi.stubGlobal('fetch', fetch)
    pageHat.set('hat-7')
    expect(await api.post('/notes', { text: 'Called home' })).toEqual({ saved: true })
    const headers = fetch.mock.calls[0]?.[1].headers as Headers
    expect(headers.get('x-hat')).toBe('hat-7')
    expect(headers.get('x-csrf')).toBe('a+b')
    await api.get('/notes')
    expect((fetch.mock.calls[1]?.[1].headers as Headers).has('x-csrf')).toBe(false)
  })

  it('leaves out what was not asked for in its address', () => {
    expect(address('/students', { grade: 7, search: undefined, flag: null })).toBe('/api/v1/students?grade=7')
    expect(address('/students')).toBe('/api/v1/students')
    expect(cookieValue('a=1; ab=2', 'b')).toBeUndefined()
  })
})

describe('a refusal', () => {
  it('carries the sentence of the server', async () => {
    vi.stubGlobal(
      'fetch',
      answers(
        403,
        { code: 'not_your_role', title: 'Not allowed', detail: 'You may not see it.' },
        'application/problem+json',
      ),
    )
    const refusal = await api.get('/students/1').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ProblemError)
    expect((refusal as ProblemError).message).toBe('You may not see it.')
    expect((refusal as ProblemError).code).toBe('not_your_role')
    expect(assign).not.toHaveBeenCalled()
  })

  it('leads to signing in and back when the session has ended', async () => {
    vi.stubGlobal('fetch', answers(401, { code: 'not_signed_in', title: 'Please sign in' }))
    await expect(api.get('/students')).rejects.toBeInstanceOf(ProblemError)
    expect(assign).toHaveBeenCalledWith('/sign-in?next=%2Fapp%2Fstudents%3Fgrade%3D7')
  })

  it('stays on the page when only the password was wrong', async () => {
    vi.stubGlobal('fetch', answers(401, { code: 'wrong_password', title: 'They do not belong together' }))
    await expect(api.post('/session', {})).rejects.toBeInstanceOf(ProblemError)
    expect(assign).not.toHaveBeenCalled()
  })

  it('tells a page that another tab changed the hat, and only then', async () => {
    vi.stubGlobal('fetch', answers(409, { code: 'already_answered', title: 'Changed meanwhile' }))
    await expect(api.put('/plan', {})).rejects.toBeInstanceOf(ProblemError)
    expect(hatChanged.get()).toBe(false)
    vi.stubGlobal('fetch', answers(409, { code: 'hat_changed', title: 'Another hat' }))
    await expect(api.put('/plan', {})).rejects.toBeInstanceOf(ProblemError)
    expect(hatChanged.get()).toBe(true)
  })
})

it('knows a lost connection from a refusal, and notices when it is back', async () => {
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')))
  await expect(api.get('/students')).rejects.toBeInstanceOf(ConnectionLost)
  expect(connection.get()).toBe('lost')
  vi.stubGlobal('fetch', answers(200, []))
  await api.get('/students')
  expect(connection.get()).toBe('there')
})
