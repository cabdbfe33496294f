import type { Feature } from '#platform/app.ts'
import { exportList } from '#platform/exports.ts'
import { dailyMailRoutes } from './daily-mail/routes.ts'
import { invitationRoutes } from './invitations.ts'
import { outboxRoutes } from './outbox.ts'
import { exportedProposals } from './exports.ts'
import { routes } from './routes.ts'
import { accountRoutes } from './sign-in/account-routes.ts'
import { codeRoutes } from './sign-in/code-routes.ts'
import { passkeyRoutes } from './sign-in/passkey-routes.ts'
import { providerRoutes } from './sign-in/provider-routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { countWrongTries } from './sign-in/wrong-tries.ts'

const wrongTriesAMinute = 30

export const people: Feature = {
  name: 'people',
  routes: async (app, database, { site }) => {
    const desk = { database, site, wrongTries: countWrongTries(wrongTriesAMinute) }
    await routes(app, database)
    await signInRoutes(app, desk)
    await codeRoutes(app, desk)
    await accountRoutes(app, desk)
    await passkeyRoutes(app, desk)
    await providerRoutes(app, desk)
    await invitationRoutes(app, desk)
    await dailyMailRoutes(app, database)
    exportList(app, database, exportedProposals)
    await outboxRoutes(app, database, site)
  },
}
