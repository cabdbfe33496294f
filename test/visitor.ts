import type { LightMyRequestResponse } from 'fastify'
import type { App } from '#platform/app.ts'

let visitors = 0

/** A browser without pages: keeps the cookies it is given and repeats the csrf value, from an address of its own. */
export function newVisitor(app: App) {
  const cookies: Record<string, string> = {}
  const remoteAddress = `10.0.${Math.floor(++visitors / 250)}.${visitors % 250}`
  const keep = (answer: LightMyRequestResponse) => {
    for (const { name, value } of answer.cookies)
      if (value) cookies[name] = value
      else delete cookies[name]
    return answer
  }
  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH',
    path: string,
    payload?: object,
    locale = 'en',
  ) =>
    keep(
      await app.inject({
        method,
        url: path.startsWith('/api/') ? path : `/api/v1${path}`,
        remoteAddress,
        cookies,
        headers: {
          'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
          'x-locale': locale,
          ...(cookies.concentric_csrf && { 'x-csrf': cookies.concentric_csrf }),
        },
        ...(payload && { payload }),
      }),
    )
  return {
    cookies,
    get: (path: string) => ask('GET', path),
    post: (path: string, payload: object = {}, locale?: string) => ask('POST', path, payload, locale),
    put: (path: string, payload: object) => ask('PUT', path, payload),
    patch: (path: string, payload: object) => ask('PATCH', path, payload),
    delete: (path: string) => ask('DELETE', path),
  }
}
export type Visitor = ReturnType<typeof newVisitor>
