import type { Feature } from '#platform/app.ts'

export const indicators: Feature = { name: 'indicators', routes: async () => {} }
