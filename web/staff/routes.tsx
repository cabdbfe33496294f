import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readStudentsSearch } from '#features/caseload/web/students-search.ts'
import { readCodesSearch } from '#features/imports/web/codes-search.ts'
import { CrashedPage } from '../page/CrashedPage.tsx'
import { NotFoundPage } from '../page/NotFoundPage.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { StaffRoot } from './StaffRoot.tsx'

const root = createRootRoute({ component: StaffRoot, notFoundComponent: () => <NotFoundPage start="/app" /> })
const getParentRoute = () => root

const start = createRoute({
  getParentRoute,
  path: '/app',
  component: lazyRouteComponent(() => import('./StartPage.tsx'), 'StartPage'),
})
const students = createRoute({
  getParentRoute,
  path: '/app/students',
  validateSearch: readStudentsSearch,
  component: lazyRouteComponent(() => import('#features/caseload/web/StudentsPage.tsx'), 'StudentsPage'),
})
const student = createRoute({
  getParentRoute,
  path: '/app/students/$id',
  component: lazyRouteComponent(() => import('#features/caseload/web/StudentPage.tsx'), 'StudentPage'),
})
const caseloads = createRoute({
  getParentRoute,
  path: '/app/caseloads',
  component: lazyRouteComponent(() => import('#features/caseload/web/assigning/CaseloadsPage.tsx'), 'CaseloadsPage'),
})
const due = createRoute({
  getParentRoute,
  path: '/app/due',
  component: lazyRouteComponent(() => import('#features/caseload/web/due/DuePage.tsx'), 'DuePage'),
})
const notices = createRoute({
  getParentRoute,
  path: '/app/notices',
  component: lazyRouteComponent(() => import('#features/caseload/web/notices/NoticesPage.tsx'), 'NoticesPage'),
})
const referrals = createRoute({
  getParentRoute,
  path: '/app/referrals',
  component: lazyRouteComponent(() => import('#features/caseload/web/ReferralsPage.tsx'), 'ReferralsPage'),
})
const partners = createRoute({
  getParentRoute,
  path: '/app/partners',
  component: lazyRouteComponent(() => import('#features/access/web/PartnersPage.tsx'), 'PartnersPage'),
})
const agreements = createRoute({
  getParentRoute,
  path: '/app/agreements',
  component: lazyRouteComponent(() => import('#features/access/web/AgreementsPage.tsx'), 'AgreementsPage'),
})
const imports = createRoute({
  getParentRoute,
  path: '/app/imports',
  component: lazyRouteComponent(() => import('#features/imports/web/ImportsPage.tsx'), 'ImportsPage'),
})
const importCodes = createRoute({
  getParentRoute,
  path: '/app/imports/codes',
  validateSearch: readCodesSearch,
  component: lazyRouteComponent(() => import('#features/imports/web/CodesPage.tsx'), 'CodesPage'),
})
const importSources = createRoute({
  getParentRoute,
  path: '/app/imports/sources',
  component: lazyRouteComponent(() => import('#features/imports/web/SourcesPage.tsx'), 'SourcesPage'),
})
const oneImport = createRoute({
  getParentRoute,
  path: '/app/imports/$id',
  component: lazyRouteComponent(() => import('#features/imports/web/ImportPage.tsx'), 'ImportPage'),
})
const presets = createRoute({
  getParentRoute,
  path: '/app/presets',
  component: lazyRouteComponent(() => import('#features/indicators/web/PresetsPage.tsx'), 'PresetsPage'),
})
const onePreset = createRoute({
  getParentRoute,
  path: '/app/presets/$id',
  component: lazyRouteComponent(() => import('#features/indicators/web/PresetEditorPage.tsx'), 'PresetEditorPage'),
})
const importMapping = createRoute({
  getParentRoute,
  path: '/app/imports/$id/mapping',
  component: lazyRouteComponent(() => import('#features/imports/web/MappingPage.tsx'), 'MappingPage'),
})
const people = createRoute({
  getParentRoute,
  path: '/app/people',
  component: lazyRouteComponent(() => import('#features/people/web/ProposalsPage.tsx'), 'ProposalsPage'),
})
const identities = createRoute({
  getParentRoute,
  path: '/app/identities',
  component: lazyRouteComponent(() => import('#features/students/web/identity/IdentitiesPage.tsx'), 'IdentitiesPage'),
})
const corrections = createRoute({
  getParentRoute,
  path: '/app/corrections',
  component: lazyRouteComponent(
    () => import('#features/students/web/corrections/CorrectionsPage.tsx'),
    'CorrectionsPage',
  ),
})
const year = createRoute({
  getParentRoute,
  path: '/app/year',
  component: lazyRouteComponent(() => import('#features/access/web/year/YearPage.tsx'), 'YearPage'),
})
const participants = createRoute({
  getParentRoute,
  path: '/app/participants',
  component: lazyRouteComponent(() => import('#features/referrals/web/ParticipantsPage.tsx'), 'ParticipantsPage'),
})
const participant = createRoute({
  getParentRoute,
  path: '/app/participants/$id',
  component: lazyRouteComponent(() => import('#features/referrals/web/ParticipantPage.tsx'), 'ParticipantPage'),
})
const invitations = createRoute({
  getParentRoute,
  path: '/app/people/invitations',
  component: lazyRouteComponent(() => import('#features/people/web/InvitationsPage.tsx'), 'InvitationsPage'),
})
const staff = createRoute({
  getParentRoute,
  path: '/app/people/staff',
  component: lazyRouteComponent(() => import('#features/people/web/StaffPage.tsx'), 'StaffPage'),
})
const sessions = createRoute({
  getParentRoute,
  path: '/app/sessions',
  component: lazyRouteComponent(() => import('#features/people/web/SessionsPage.tsx'), 'SessionsPage'),
})

const tokens = createRoute({
  getParentRoute,
  path: '/app/tokens',
  component: lazyRouteComponent(() => import('#features/tokens/web/TokensPage.tsx'), 'TokensPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    students,
    student,
    caseloads,
    due,
    notices,
    referrals,
    partners,
    agreements,
    imports,
    importCodes,
    importSources,
    oneImport,
    presets,
    onePreset,
    importMapping,
    people,
    invitations,
    staff,
    identities,
    corrections,
    year,
    sessions,
    tokens,
    participants,
    participant,
  ]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: CrashedPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
})
