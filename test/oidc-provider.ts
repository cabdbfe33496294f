import http from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'

/** Whom the provider knows: its subject, and the address that it says it has checked. */
export type Known = { subject: string; email: string; isChecked?: boolean }

const configuration = (redirectUri: string, known: () => Known): Configuration => ({
  clients: [
    {
      client_id: 'concentric',
      client_secret: 'a secret between the two',
      redirect_uris: [redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  findAccount: (_context, sub) => ({
    accountId: sub,
    claims: () => ({ sub, email: known().email, email_verified: known().isChecked ?? true }),
  }),
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! })
    grant.addOIDCScope('openid email')
    await grant.save()
    return grant
  },
})

/** A real OpenID Connect provider on this machine, at which `known` is signed in by whoever comes. */
export async function openProvider(redirectUri: (issuer: string) => string) {
  let known: Known = { subject: 'nobody', email: 'nobody@town.example' }
  const server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const provider = new Provider(
    issuer,
    configuration(redirectUri(issuer), () => known),
  )
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return next()
    await provider.interactionFinished(context.req, context.res, { login: { accountId: known.subject } })
    context.respond = false
  })
  server.on('request', provider.callback())

  /** Walks from the provider's address to the one that it sends the browser back to. */
  async function walk(url: string): Promise<string> {
    const cookies = new Map<string, string>()
    for (let at = url, steps = 0; steps < 10; steps++) {
      const answer = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
      for (const line of answer.headers.getSetCookie()) {
        const [name, value] = line.split(';')[0]!.split('=') as [string, string]
        cookies.set(name, value)
      }
      const location = answer.headers.get('location')
      if (!location) throw new Error(`The provider answered ${answer.status} at ${new URL(at).pathname}.`)
      at = new URL(location, at).href
      if (!at.startsWith(issuer)) return at
    }
    throw new Error('The provider sends the browser around in circles.')
  }

  return {
    issuer,
    signInAs: (someone: Known) => (known = someone),
    walk,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
export type TestProvider = Awaited<ReturnType<typeof openProvider>>
