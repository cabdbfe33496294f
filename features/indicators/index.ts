import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const indicators: Feature = { name: 'indicators', routes }
