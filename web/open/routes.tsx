import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { CrashedPage } from '../page/CrashedPage.tsx'
import { lazyPage } from '../page/lazy-page.ts'
import { NotFoundPage } from '../page/NotFoundPage.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { OpenRoot } from './OpenRoot.tsx'

const root = createRootRoute({
  component: OpenRoot,
  notFoundComponent: () => <NotFoundPage start="/" />,
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => (typeof next === 'string' ? { next } : {}),
})
const parent = () => root

const welcome = createRoute({
  getParentRoute: parent,
  path: '/',
  component: lazyPage(() => import('./WelcomePage.tsx'), 'WelcomePage', 'door'),
})
const signIn = createRoute({
  getParentRoute: parent,
  path: '/sign-in',
  component: lazyPage(() => import('#features/people/web/SignInPage.tsx'), 'SignInPage', 'door'),
})
const signInLink = createRoute({
  getParentRoute: parent,
  path: '/sign-in/link',
  component: lazyPage(() => import('#features/people/web/LinkPage.tsx'), 'LinkPage', 'door'),
})
const signedIn = createRoute({
  getParentRoute: parent,
  path: '/sign-in/done',
  component: lazyPage(() => import('#features/people/web/SignedInPage.tsx'), 'SignedInPage'),
})
const recovery = createRoute({
  getParentRoute: parent,
  path: '/recovery',
  component: lazyPage(() => import('#features/people/web/RecoveryPage.tsx'), 'RecoveryPage', 'door'),
})
const newPassword = createRoute({
  getParentRoute: parent,
  path: '/recovery/new',
  component: lazyPage(() => import('#features/people/web/NewPasswordPage.tsx'), 'NewPasswordPage', 'door'),
})
const account = createRoute({
  getParentRoute: parent,
  path: '/account',
  component: lazyPage(() => import('#features/people/web/AccountPage.tsx'), 'AccountPage', 'door'),
})
const hats = createRoute({
  getParentRoute: parent,
  path: '/hats',
  component: lazyPage(() => import('#features/people/web/HatsPage.tsx'), 'HatsPage'),
})
const invitation = createRoute({
  getParentRoute: parent,
  path: '/invitation/$token',
  component: lazyPage(() => import('#features/people/web/InvitationPage.tsx'), 'InvitationPage'),
})
const outbox = createRoute({
  getParentRoute: parent,
  path: '/outbox',
  component: lazyPage(() => import('#features/people/web/OutboxPage.tsx'), 'OutboxPage', 'door'),
})
const child = createRoute({
  getParentRoute: parent,
  path: '/family',
  component: lazyPage(() => import('#features/family/web/ChildPage.tsx'), 'ChildPage'),
})
const permissions = createRoute({
  getParentRoute: parent,
  path: '/family/permissions',
  component: lazyPage(() => import('#features/family/web/PermissionsPage.tsx'), 'PermissionsPage', 'families'),
})
const viewers = createRoute({
  getParentRoute: parent,
  path: '/family/viewers',
  component: lazyPage(() => import('#features/family/web/ViewersPage.tsx'), 'ViewersPage', 'families'),
})
const help = createRoute({
  getParentRoute: parent,
  path: '/family/help',
  component: lazyPage(() => import('#features/family/web/HelpPage.tsx'), 'HelpPage', 'families'),
})
const sessions = createRoute({
  getParentRoute: parent,
  path: '/family/sessions',
  component: lazyPage(() => import('#features/people/web/SessionsPage.tsx'), 'SessionsPage', 'office'),
})

const tokens = createRoute({
  getParentRoute: parent,
  path: '/family/tokens',
  component: lazyPage(() => import('#features/tokens/web/TokensPage.tsx'), 'TokensPage', 'office'),
})
const apiPage = createRoute({
  getParentRoute: parent,
  path: '/api/docs',
  component: lazyPage(() => import('./ApiPage.tsx'), 'ApiPage', 'door', 'office'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    welcome,
    signIn,
    signInLink,
    signedIn,
    recovery,
    newPassword,
    account,
    hats,
    invitation,
    outbox,
    child,
    permissions,
    viewers,
    help,
    sessions,
    tokens,
    apiPage,
  ]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: CrashedPage,
  scrollRestoration: true,
})
