import { Type } from 'typebox'
import type { Feature } from '#platform/app.ts'

export const communities: Feature = {
  name: 'communities',
  routes: async (app) => {
    app.get(
      '/health',
      {
        config: { public: true },
        schema: { summary: 'Say whether the service answers', response: { 200: Type.Object({ ok: Type.Boolean() }) } },
      },
      async () => ({
        ok: true,
      }),
    )
  },
}
