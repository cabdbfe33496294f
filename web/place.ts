const elsewhere = 'http://elsewhere.invalid'

/** The place to go on to after signing in: an address inside this site, or the start. Never another site's. */
export function safePlace(wanted: string | null | undefined, start = '/'): string {
  if (!wanted?.startsWith('/') || wanted.includes('\\')) return start
  try {
    const url = new URL(wanted, elsewhere)
    const inside = url.origin === elsewhere && !url.pathname.startsWith('//') && url.pathname !== '/sign-in'
    return inside ? url.pathname + url.search + url.hash : start
  } catch {
    return start
  }
}

export const signInAddress = (here: string): string => `/sign-in?next=${encodeURIComponent(safePlace(here))}`

/** Pages that make sense to someone who has not signed in; every other one leads to signing in. */
export const isOpenToAll = (pathname: string): boolean =>
  ['/', '/outbox', '/api/docs'].includes(pathname) || /^\/(sign-in|recovery|invitation)(\/|$)/.test(pathname)
