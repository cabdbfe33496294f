import type { Feature } from '#platform/app.ts'

/** Communities, districts and schools are read by the features that show them; here they have tables and the making of a community. */
export const communities: Feature = { name: 'communities', routes: async () => {} }
