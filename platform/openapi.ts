import swagger from '@fastify/swagger'
import type { App } from './app.ts'

type Operation = {
  operationId?: string
  summary?: string
  tags?: string[]
  security?: Record<string, string[]>[]
  parameters?: { in: string; name: string; required?: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, object>
}
export type ApiDescription = {
  openapi: string
  info: { title: string; version: string; description: string }
  components: Record<string, object>
  paths: Record<string, Record<string, Operation>>
  tags: { name: string }[]
}

const text = { type: 'string' }
const problem = {
  description: 'Why not, in a sentence, and with a code that stays the same (RFC 9457).',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'code'],
        properties: {
          type: text,
          title: text,
          status: { type: 'integer' },
          detail: { ...text, description: 'the sentence to show to a person' },
          code: { ...text, description: 'stable; to decide by' },
          errors: { type: 'array', items: {}, description: 'which parts of the request are wrong' },
        },
      },
    },
  },
}

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token that a person made for one of the own hats, or a data steward for a system. It begins with cct_.',
  },
  session: { type: 'apiKey', in: 'cookie', name: 'concentric_session', description: 'What a browser holds.' },
}

const wordsOf = (status: string) => (status === '201' ? 'It is done; what was made.' : 'The answer.')

/** A name for programs made from the route: GET /{community}/students/{id} becomes getStudentsById. */
function nameOf(method: string, path: string) {
  const parts = path
    .replace('/api/v1', '')
    .split(/[/.-]/)
    .filter((part) => part && part !== '{community}')
  const words = parts.map((part) =>
    part.replace(/^\{(\w)(\w*)\}$/, (_, a: string, b: string) => `By${a.toUpperCase()}${b}`),
  )
  return method + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
}

const takesTokens = (path: string) => path.includes('{community}') || path.endsWith('/token')

function finishOperation(method: string, path: string, operation: Operation, isPublic: boolean): Operation {
  const answers = Object.entries(operation.responses).map(([status, answer]) => [
    status,
    { ...answer, description: wordsOf(status) },
  ])
  const takesInput = operation.requestBody || operation.parameters?.length
  const refusals = [
    ...(takesInput ? ['400'] : []),
    ...(isPublic ? [] : ['401', '403', '404']),
    ...(method === 'get' ? [] : ['409']),
    '429',
    '503',
  ]
  return {
    operationId: nameOf(method, path),
    ...operation,
    security: isPublic ? [] : [...(takesTokens(path) ? [{ token: [] }] : []), { session: [] }],
    responses: {
      ...Object.fromEntries(answers),
      ...Object.fromEntries(refusals.map((status) => [status, { $ref: '#/components/responses/Problem' }])),
    },
  }
}

/** Watches the routes as they are registered; called before the first of them. */
export async function describeApi(app: App) {
  await app.register(swagger, {
    convertConstToEnum: false,
    stripBasePath: false,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Concentric',
        version: '1',
        description:
          'Everything that the pages do, with the same rights. Answers about a student are open to the hat in use, narrowed by the token; docs/api.md begins with a first call.',
      },
      components: { securitySchemes, responses: { Problem: problem } } as never,
    },
    transform: ({ schema, url, route }) => ({
      schema: { ...schema, hide: !url.startsWith('/api/v1'), security: route.config?.public ? [] : [{ token: [] }] },
      url,
    }),
  })
}

/** The OpenAPI 3.1 document of all routes, made from what they check and answer. Call it when the app is ready. */
export function tellApi(app: App): ApiDescription {
  const told = JSON.parse(JSON.stringify(app.swagger())) as ApiDescription
  const inOrder = Object.entries(told.paths).sort(([a], [b]) => (a < b ? -1 : 1))
  const paths = inOrder.map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [
        method,
        finishOperation(method, path, operation, operation.security?.length === 0),
      ]),
    ),
  ])
  const tags = new Set(
    Object.values(told.paths).flatMap((each) => Object.values(each).flatMap(({ tags }) => tags ?? [])),
  )
  return { ...told, paths: Object.fromEntries(paths), tags: [...tags].map((name) => ({ name })) }
}

export function serveDescription(app: App) {
  let told: ApiDescription | undefined
  app.get(
    '/api/v1/openapi.json',
    {
      config: { public: true },
      schema: {
        summary: 'Read this description',
        tags: ['description'],
        response: { 200: { type: 'object', additionalProperties: true } },
      },
    },
    async () => (told ??= tellApi(app)),
  )
}
