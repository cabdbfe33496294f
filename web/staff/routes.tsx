import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { CrashedPage } from '../page/CrashedPage.tsx'
import { NotFoundPage } from '../page/NotFoundPage.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { StaffRoot } from './StaffRoot.tsx'

const root = createRootRoute({ component: StaffRoot, notFoundComponent: () => <NotFoundPage start="/app" /> })

const start = createRoute({
  getParentRoute: () => root,
  path: '/app',
  component: lazyRouteComponent(() => import('./StartPage.tsx'), 'StartPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([start]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: CrashedPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
})
