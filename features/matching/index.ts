import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const matching: Feature = { name: 'matching', routes }
