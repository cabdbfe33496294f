import type { Feature } from '#platform/app.ts'
import { routes } from './routes.ts'

export const imports: Feature = { name: 'imports', routes }
