/** A refusal as it is written on the wire (RFC 9457). `code` is stable; `detail` is a sentence for a person, in English. */
export type ProblemDetails = {
  status: number
  title: string
  code: string
  detail?: string
  errors?: unknown[]
}

export class ProblemError extends Error {
  readonly problem: ProblemDetails

  constructor(problem: ProblemDetails) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }

  get code(): string {
    return this.problem.code
  }
}

/** No answer came at all: the network, or a server that is down. What was being written is still on the page. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('connection-lost', { cause })
    this.name = 'ConnectionLost'
  }
}

/** The server was asked and has not answered in time. */
export class NoAnswer extends ConnectionLost {}

/** Something was sent to be saved, and no answer came: it may have been saved or not. */
export class SavingUnknown extends ConnectionLost {}

export function problemFrom(status: number, body: unknown): ProblemDetails {
  const given = typeof body === 'object' && body !== null ? (body as Partial<ProblemDetails>) : {}
  return { ...given, status, code: given.code ?? 'unexpected', title: given.title ?? `${status}` }
}
