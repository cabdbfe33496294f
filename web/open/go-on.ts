import type { Me } from '#features/people/contract.ts'
import { api } from '../api.ts'
import { safePlace } from '../place.ts'
import { homeOf } from './home.ts'

/** Opens the page that the person was on the way to, else where the hat begins; whoever has several hats chooses first. */
export async function goOn(next?: string): Promise<void> {
  const { hat, hats } = await api.get<Me>('/session')
  const wanted = safePlace(next)
  const choosing = `/hats${wanted === '/' ? '' : `?next=${encodeURIComponent(wanted)}`}`
  const start = hat ? homeOf(hat) : hats.length > 0 ? choosing : '/'
  window.location.assign(hat && wanted !== '/' ? wanted : start)
}
