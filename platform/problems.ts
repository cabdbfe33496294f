/** A refusal or fault that a person can read. `code` is stable and chooses the translated sentence; `status` is the HTTP status. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly errors: unknown[] | undefined
  constructor(status: number, code: string, message: string, errors?: unknown[]) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }
}

/** The only list of problems the server itself raises; those of the database carry their own code and sentence (SQLSTATE CN…). */
export const problems = {
  notSignedIn: () => new Problem(401, 'not_signed_in', 'Please sign in.'),
  tokenRefused: () =>
    new Problem(401, 'token_refused', 'This token is not known here, was ended, or has expired. Make a new one.'),
  notForTokens: () => new Problem(403, 'not_for_tokens', 'A person does this on the page; a token cannot.'),
  tokenReadsOnly: () =>
    new Problem(403, 'token_reads_only', 'This token may only read. Make one that may also write, then try again.'),
  wrongPassword: () => new Problem(401, 'wrong_password', 'This e-mail address and password do not belong together.'),
  wrongOwnPassword: () => new Problem(403, 'wrong_own_password', 'This is not your password. Please try again.'),
  wrongCode: () =>
    new Problem(
      403,
      'wrong_code',
      'This code is not right, or it was used already. Wait for the next one and try again.',
    ),
  codeNeeded: () => new Problem(403, 'code_needed', 'Please add the code of your code app.'),
  stepOver: () =>
    new Problem(403, 'step_over', 'That took too long, or too many codes were tried. Please sign in again.'),
  proveFirst: () => new Problem(403, 'prove_first', 'Please show once more that it is you.'),
  noPasskey: () => new Problem(403, 'no_passkey', 'This passkey does not open anything here. Try another way.'),
  providerDown: (name: string) =>
    new Problem(503, 'provider_down', `${name} does not answer now. Sign in another way, or try again later.`),
  providerRefused: () =>
    new Problem(403, 'provider_refused', 'The other service did not confirm who you are. Please try again.'),
  identityUnknown: () =>
    new Problem(
      403,
      'identity_unknown',
      'This account of the other service opens nothing here yet. Sign in another way and add it under “How you sign in”, or use the link of your invitation.',
    ),
  otherAddress: () =>
    new Problem(
      403,
      'other_address',
      'The other service confirmed another e-mail address than the one that was invited. Choose a password instead.',
    ),
  linkUsed: () => new Problem(404, 'link_used', 'This link was used or has expired. Ask for a new one.'),
  noHat: () => new Problem(403, 'no_hat', 'Please choose what you are here for first.'),
  notYours: () => new Problem(404, 'not_found', 'There is no such page, or you may not see it.'),
  crossSite: () => new Problem(403, 'cross_site', 'This form was not sent from this site. Load the page again.'),
  tooMany: () => new Problem(429, 'too_many', 'That was too often. Please wait a minute and try again.'),
  invalid: (message: string, errors?: unknown[]) => new Problem(400, 'invalid', message, errors),
  databaseDown: () =>
    new Problem(503, 'database_down', 'The database does not answer. Nothing was lost; please try again in a minute.'),
  unexpected: () => new Problem(500, 'unexpected', 'Something went wrong on our side. Nothing was changed.'),
}

type DatabaseError = { code?: string; message: string; hint?: string }

const unreachable = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
])

/** Turns what the database raised into a problem; anything unknown stays what it is. */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const { code, message, hint } = error as DatabaseError
  if (!code) return undefined
  if (/^CN\d{3}$/.test(code)) return new Problem(Number(code.slice(2)), hint ?? 'refused', message)
  if (code === '22P02' || code === '22007' || code === '22008' || code === '23514' || code === '22023')
    return problems.invalid('Something in this request does not have the form that is needed here.')
  if (code === '25006') return problems.tokenReadsOnly()
  if (unreachable.has(code)) return problems.databaseDown()
  return undefined
}
