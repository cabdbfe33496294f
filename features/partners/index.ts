import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const partners: Feature = { name: 'partners', routes }
