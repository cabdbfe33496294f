import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const family: Feature = { name: 'family', routes }
