import { cookieValue } from '../api.ts'

type Wearable = { kind: 'membership' | 'guardianship' | 'self' }

export const isFamily = (hat: Wearable): boolean => hat.kind !== 'membership'

/** Where each hat begins: families on the open pages, everyone else on the staff pages. */
export const homeOf = (hat: Wearable): string => (isFamily(hat) ? '/family' : '/app')

/** Each session comes with this cookie; without it there is nobody to ask the server about. */
export const mayBeSignedIn = (): boolean => cookieValue(document.cookie, 'concentric_csrf') !== undefined
