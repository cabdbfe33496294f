import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const search: Feature = { name: 'search', routes }
