import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { CrashedPage } from '../page/CrashedPage.tsx'
import { NotFoundPage } from '../page/NotFoundPage.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { OpenRoot } from './OpenRoot.tsx'

const root = createRootRoute({ component: OpenRoot, notFoundComponent: () => <NotFoundPage start="/" /> })

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./WelcomePage.tsx'), 'WelcomePage'),
})

export const router = createRouter({
  routeTree: root.addChildren([welcome]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: CrashedPage,
  scrollRestoration: true,
})
