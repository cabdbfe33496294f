/** A refusal as it is written on the wire (RFC 9457). `type` ends with the problem's name. */
export type ProblemDetails = {
  type: string
  title: string
  status: number
  detail?: string
  fields?: { field: string; message: string }[]
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

  is(name: string): boolean {
    return this.problem.type.split(/[/:#]/).at(-1) === name
  }
}

/** No answer came at all: the network, or a server that is down. What was being written is still on the page. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('connection-lost', { cause })
    this.name = 'ConnectionLost'
  }
}

export const problemFrom = (status: number, body: unknown): ProblemDetails => {
  const given = typeof body === 'object' && body !== null ? (body as Partial<ProblemDetails>) : {}
  return {
    ...given,
    type: typeof given.type === 'string' ? given.type : 'about:blank',
    title: typeof given.title === 'string' ? given.title : `${status}`,
    status,
  }
}
