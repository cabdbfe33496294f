import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const caseload: Feature = { name: 'caseload', routes }
