import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const tokens: Feature = { name: 'tokens', routes }
