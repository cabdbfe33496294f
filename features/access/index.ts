import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const access: Feature = { name: 'access', routes }
