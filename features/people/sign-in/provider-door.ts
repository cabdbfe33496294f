import * as oidc from 'openid-client'
import { problems } from '#platform/problems.ts'
import type { Provider } from '#platform/site.ts'

/** What the browser's step keeps while the person is at the provider. */
export type WayThere = { state: string; nonce: string; verifier: string; provider: string }
/** Whom the provider vouches for. `email` only where the provider says that it has checked it. */
export type Vouched = { issuer: string; subject: string; email: string | null }

const patience = 5
const keptFor = 3_600_000

/**
 * The way to each provider and back (OpenID Connect, authorization code with PKCE, state and nonce). A provider is asked about itself
 * when somebody first wants to go there, so one that is down is nobody else's trouble.
 */
export function openProviders(providers: readonly Provider[], address: () => string) {
  const known = new Map<string, { config: oidc.Configuration; until: number }>()

  async function discover(provider: Provider) {
    const kept = known.get(provider.id)
    if (kept && kept.until > Date.now()) return kept.config
    const isHere = provider.issuer.startsWith('http:')
    const config = await oidc
      .discovery(new URL(provider.issuer), provider.clientId, provider.clientSecret, undefined, {
        timeout: patience,
        ...(isHere && { execute: [oidc.allowInsecureRequests] }),
      })
      .catch(() => Promise.reject(problems.providerDown(provider.name)))
    config.timeout = patience
    known.set(provider.id, { config, until: Date.now() + keptFor })
    return config
  }

  const find = (id: string) => {
    const provider = providers.find((each) => each.id === id)
    if (!provider) throw problems.notYours()
    return provider
  }
  const backTo = (provider: Provider) => `${address()}/api/v1/session/provider/${provider.id}/return`

  return {
    async leave(id: string): Promise<{ url: string; way: WayThere }> {
      const provider = find(id)
      const config = await discover(provider)
      const way = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        provider: id,
      }
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: backTo(provider),
        scope: 'openid email',
        state: way.state,
        nonce: way.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(way.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, way }
    },

    /** Reads what the provider sent the browser back with. Anything that does not belong to this way is refused. */
    async comeBack(id: string, search: string, way: WayThere): Promise<Vouched> {
      const provider = find(id)
      if (way.provider !== id) throw problems.providerRefused()
      const config = await discover(provider)
      const tokens = await oidc
        .authorizationCodeGrant(config, new URL(backTo(provider) + search), {
          pkceCodeVerifier: way.verifier,
          expectedState: way.state,
          expectedNonce: way.nonce,
          idTokenExpected: true,
        })
        .catch((error: { name?: string }) =>
          Promise.reject(isSilence(error) ? problems.providerDown(provider.name) : problems.providerRefused()),
        )
      const claims = tokens.claims()!
      const isChecked = claims.email_verified === true && typeof claims.email === 'string'
      return { issuer: claims.iss, subject: claims.sub, email: isChecked ? String(claims.email).toLowerCase() : null }
    },
  }
}
export type Providers = ReturnType<typeof openProviders>

const isSilence = ({ name, cause }: { name?: string; cause?: unknown }) =>
  name === 'TimeoutError' ||
  (name === 'TypeError' && cause !== undefined) ||
  (cause as { name?: string })?.name === 'TimeoutError'
