import type { Page, Response } from 'playwright-core'

export type Answer = { method: string; path: string; status: number; body: string }

/** Keeps every answer of the API to this page from now on, whole. */
export function recordAnswers(page: Page): { all: () => Promise<Answer[]> } {
  const kept: Promise<Answer>[] = []
  const keep = async (response: Response): Promise<Answer> => ({
    method: response.request().method(),
    path: new URL(response.url()).pathname,
    status: response.status(),
    body: await response.text(),
  })
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/api/')) kept.push(keep(response))
  })
  return { all: () => Promise.all(kept) }
}
