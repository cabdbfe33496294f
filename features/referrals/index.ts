import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const referrals: Feature = { name: 'referrals', routes }
