import type { Feature } from '#platform/app.ts'

export const matching: Feature = { name: 'matching', register: () => undefined }
