import i18next from 'i18next'
import { hatChanged, pageHat } from './hat.ts'
import { isOpenToAll, signInAddress } from './place.ts'
import { ProblemError, problemFrom } from './problem.ts'
import { reach } from './reach.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Search = Record<string, string | number | boolean | null | undefined>
type Options = { search?: Search; signal?: AbortSignal }

export const apiRoot = '/api/v1'

export function cookieValue(cookies: string, name: string): string | undefined {
  const found = cookies.split('; ').find((cookie) => cookie.startsWith(`${name}=`))
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1))
}

export function address(path: string, search: Search = {}): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]))
  return apiRoot + path + (given.length === 0 ? '' : `?${new URLSearchParams(given)}`)
}

function headersFor(method: Method, body: unknown): Headers {
  const headers = new Headers({ accept: 'application/json', 'x-locale': i18next.language ?? 'en' })
  const hat = pageHat.get()
  const csrf = cookieValue(document.cookie, 'concentric_csrf')
  if (hat !== null) headers.set('x-hat', hat)
  if (method !== 'GET' && csrf !== undefined) headers.set('x-csrf', csrf)
  if (body !== undefined && !(body instanceof FormData)) headers.set('content-type', 'application/json')
  return headers
}

function refuse(status: number, body: unknown): never {
  const problem = new ProblemError(problemFrom(status, body))
  const { pathname, search, hash } = window.location
  if (problem.code === 'not_signed_in' && !isOpenToAll(pathname))
    window.location.assign(signInAddress(pathname + search + hash))
  if (problem.code === 'hat_changed') hatChanged.set(true)
  throw problem
}

async function ask<Answer>(method: Method, path: string, body: unknown, { search, signal }: Options): Promise<Answer> {
  const answer = await reach(address(path, search), {
    method,
    headers: headersFor(method, body),
    body: body === undefined || body instanceof FormData ? (body ?? null) : JSON.stringify(body),
    credentials: 'same-origin',
    signal: signal ?? null,
  })
  if (!answer.ok) refuse(answer.status, answer.body)
  return answer.body as Answer
}

/** Talks to the API with the session's cookie. `Answer` and `Body` come from the feature's `contract.ts`. */
export const api = {
  get: <Answer>(path: string, options: Options = {}) => ask<Answer>('GET', path, undefined, options),
  post: <Answer, Body = unknown>(path: string, body?: Body, options: Options = {}) =>
    ask<Answer>('POST', path, body, options),
  put: <Answer, Body = unknown>(path: string, body: Body, options: Options = {}) =>
    ask<Answer>('PUT', path, body, options),
  patch: <Answer, Body = unknown>(path: string, body: Body, options: Options = {}) =>
    ask<Answer>('PATCH', path, body, options),
  delete: <Answer>(path: string, options: Options = {}) => ask<Answer>('DELETE', path, undefined, options),
}
