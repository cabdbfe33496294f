import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { api } from '#web/api.ts'

/** The person closed the dialog of the device, or it had nothing to offer. */
export class PasskeyCancelled extends Error {}

/** Browsers offer passkeys to sites with a name and encryption, and to localhost. */
export const hasPasskeys = (): boolean => typeof PublicKeyCredential !== 'undefined' && window.isSecureContext

const cancelled = (error: unknown): never => {
  const name = (error as Error).name
  throw name === 'NotAllowedError' || name === 'AbortError' ? new PasskeyCancelled() : error
}

/** Asks the device for a passkey of this site and shows it to the server: to sign in, or to prove who one is. */
export async function enterWithPasskey(path: '/session/passkey' | '/session/proof/passkey'): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = await api.post<PublicKeyCredentialRequestOptionsJSON>('/session/passkey/challenge')
  const response = await startAuthentication({ optionsJSON }).catch(cancelled)
  await api.post(path, { response })
}

/** Makes a passkey on this device, or on one that it reaches. */
export async function makePasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = await api.post<PublicKeyCredentialCreationOptionsJSON>('/account/passkeys/challenge')
  const response = await startRegistration({ optionsJSON }).catch(cancelled)
  await api.post('/account/passkeys', { name, response })
}
