import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { CrashedPage } from '../page/CrashedPage.tsx'
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
  component: lazyRouteComponent(() => import('./WelcomePage.tsx'), 'WelcomePage'),
})
const signIn = createRoute({
  getParentRoute: parent,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('#features/people/web/SignInPage.tsx'), 'SignInPage'),
})
const signInLink = createRoute({
  getParentRoute: parent,
  path: '/sign-in/link',
  component: lazyRouteComponent(() => import('#features/people/web/LinkPage.tsx'), 'LinkPage'),
})
const signedIn = createRoute({
  getParentRoute: parent,
  path: '/sign-in/done',
  component: lazyRouteComponent(() => import('#features/people/web/SignedInPage.tsx'), 'SignedInPage'),
})
const recovery = createRoute({
  getParentRoute: parent,
  path: '/recovery',
  component: lazyRouteComponent(() => import('#features/people/web/RecoveryPage.tsx'), 'RecoveryPage'),
})
const newPassword = createRoute({
  getParentRoute: parent,
  path: '/recovery/new',
  component: lazyRouteComponent(() => import('#features/people/web/NewPasswordPage.tsx'), 'NewPasswordPage'),
})
const account = createRoute({
  getParentRoute: parent,
  path: '/account',
  component: lazyRouteComponent(() => import('#features/people/web/AccountPage.tsx'), 'AccountPage'),
})
const hats = createRoute({
  getParentRoute: parent,
  path: '/hats',
  component: lazyRouteComponent(() => import('#features/people/web/HatsPage.tsx'), 'HatsPage'),
})
const invitation = createRoute({
  getParentRoute: parent,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('#features/people/web/InvitationPage.tsx'), 'InvitationPage'),
})
const outbox = createRoute({
  getParentRoute: parent,
  path: '/outbox',
  component: lazyRouteComponent(() => import('#features/people/web/OutboxPage.tsx'), 'OutboxPage'),
})
const child = createRoute({
  getParentRoute: parent,
  path: '/family',
  component: lazyRouteComponent(() => import('#features/family/web/ChildPage.tsx'), 'ChildPage'),
})
const permissions = createRoute({
  getParentRoute: parent,
  path: '/family/permissions',
  component: lazyRouteComponent(() => import('#features/family/web/PermissionsPage.tsx'), 'PermissionsPage'),
})
const viewers = createRoute({
  getParentRoute: parent,
  path: '/family/viewers',
  component: lazyRouteComponent(() => import('#features/family/web/ViewersPage.tsx'), 'ViewersPage'),
})
const help = createRoute({
  getParentRoute: parent,
  path: '/family/help',
  component: lazyRouteComponent(() => import('#features/family/web/HelpPage.tsx'), 'HelpPage'),
})
const sessions = createRoute({
  getParentRoute: parent,
  path: '/family/sessions',
  component: lazyRouteComponent(() => import('#features/people/web/SessionsPage.tsx'), 'SessionsPage'),
})

const tokens = createRoute({
  getParentRoute: parent,
  path: '/family/tokens',
  component: lazyRouteComponent(() => import('#features/tokens/web/TokensPage.tsx'), 'TokensPage'),
})
const apiPage = createRoute({
  getParentRoute: parent,
  path: '/api/docs',
  component: lazyRouteComponent(() => import('./ApiPage.tsx'), 'ApiPage'),
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
