import { api } from './api.ts'
import { forgetAllCopies } from './draft-copies.ts'

const go = (place: string) => window.location.assign(place)

/** Changing hats or signing out opens a new page: nothing read with the old hat stays in memory. */
export async function changeHat(hat: string, place = '/'): Promise<void> {
  await api.put('/session/hat', { hat })
  go(place)
}

export async function signOut(): Promise<void> {
  await api.delete('/session')
  forgetAllCopies()
  go('/')
}
