import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const students: Feature = { name: 'students', routes }
