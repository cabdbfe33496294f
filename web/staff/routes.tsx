import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { readStudentsSearch } from '#features/caseload/web/students-search.ts'
import { readCodesSearch } from '#features/imports/web/codes-search.ts'
import { readReviewSearch } from '#features/needs/web/review/review-search.ts'
import { CrashedPage } from '../page/CrashedPage.tsx'
import { lazyPage } from '../page/lazy-page.ts'
import { NotFoundPage } from '../page/NotFoundPage.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { StaffRoot } from './StaffRoot.tsx'

const root = createRootRoute({ component: StaffRoot, notFoundComponent: () => <NotFoundPage start="/app" /> })
const getParentRoute = () => root

const start = createRoute({
  getParentRoute,
  path: '/app',
  component: lazyPage(() => import('./StartPage.tsx'), 'StartPage'),
})
const students = createRoute({
  getParentRoute,
  path: '/app/students',
  validateSearch: readStudentsSearch,
  component: lazyPage(() => import('#features/caseload/web/StudentsPage.tsx'), 'StudentsPage'),
})
const student = createRoute({
  getParentRoute,
  path: '/app/students/$id',
  component: lazyPage(() => import('#features/caseload/web/StudentPage.tsx'), 'StudentPage', 'families'),
})
const reviews = createRoute({
  getParentRoute,
  path: '/app/reviews',
  component: lazyPage(() => import('#features/needs/web/review/ReviewsPage.tsx'), 'ReviewsPage'),
})
const reviewOfClass = createRoute({
  getParentRoute,
  path: '/app/reviews/class',
  validateSearch: readReviewSearch,
  component: lazyPage(() => import('#features/needs/web/review/ReviewPage.tsx'), 'ReviewPage'),
})
const caseloads = createRoute({
  getParentRoute,
  path: '/app/caseloads',
  component: lazyPage(() => import('#features/caseload/web/assigning/CaseloadsPage.tsx'), 'CaseloadsPage'),
})
const due = createRoute({
  getParentRoute,
  path: '/app/due',
  component: lazyPage(() => import('#features/caseload/web/due/DuePage.tsx'), 'DuePage'),
})
const notices = createRoute({
  getParentRoute,
  path: '/app/notices',
  component: lazyPage(() => import('#features/caseload/web/notices/NoticesPage.tsx'), 'NoticesPage'),
})
const referrals = createRoute({
  getParentRoute,
  path: '/app/referrals',
  component: lazyPage(() => import('#features/caseload/web/ReferralsPage.tsx'), 'ReferralsPage'),
})
const partners = createRoute({
  getParentRoute,
  path: '/app/partners',
  component: lazyPage(() => import('#features/access/web/PartnersPage.tsx'), 'PartnersPage', 'office'),
})
const services = createRoute({
  getParentRoute,
  path: '/app/services',
  component: lazyPage(() => import('#features/access/web/OurServicesPage.tsx'), 'OurServicesPage', 'office'),
})
const agreements = createRoute({
  getParentRoute,
  path: '/app/agreements',
  component: lazyPage(() => import('#features/access/web/AgreementsPage.tsx'), 'AgreementsPage', 'office'),
})
const imports = createRoute({
  getParentRoute,
  path: '/app/imports',
  component: lazyPage(() => import('#features/imports/web/ImportsPage.tsx'), 'ImportsPage', 'files'),
})
const importCodes = createRoute({
  getParentRoute,
  path: '/app/imports/codes',
  validateSearch: readCodesSearch,
  component: lazyPage(() => import('#features/imports/web/CodesPage.tsx'), 'CodesPage', 'files'),
})
const importSources = createRoute({
  getParentRoute,
  path: '/app/imports/sources',
  component: lazyPage(() => import('#features/imports/web/SourcesPage.tsx'), 'SourcesPage', 'files'),
})
const oneImport = createRoute({
  getParentRoute,
  path: '/app/imports/$id',
  component: lazyPage(() => import('#features/imports/web/ImportPage.tsx'), 'ImportPage', 'files'),
})
const presets = createRoute({
  getParentRoute,
  path: '/app/presets',
  component: lazyPage(() => import('#features/indicators/web/PresetsPage.tsx'), 'PresetsPage', 'files'),
})
const onePreset = createRoute({
  getParentRoute,
  path: '/app/presets/$id',
  component: lazyPage(() => import('#features/indicators/web/PresetEditorPage.tsx'), 'PresetEditorPage', 'files'),
})
const importMapping = createRoute({
  getParentRoute,
  path: '/app/imports/$id/mapping',
  component: lazyPage(() => import('#features/imports/web/MappingPage.tsx'), 'MappingPage', 'files'),
})
const people = createRoute({
  getParentRoute,
  path: '/app/people',
  component: lazyPage(() => import('#features/people/web/ProposalsPage.tsx'), 'ProposalsPage', 'office'),
})
const identities = createRoute({
  getParentRoute,
  path: '/app/identities',
  component: lazyPage(() => import('#features/students/web/identity/IdentitiesPage.tsx'), 'IdentitiesPage', 'office'),
})
const corrections = createRoute({
  getParentRoute,
  path: '/app/corrections',
  component: lazyPage(() => import('#features/students/web/corrections/CorrectionsPage.tsx'), 'CorrectionsPage'),
})
const holds = createRoute({
  getParentRoute,
  path: '/app/holds',
  component: lazyPage(() => import('#features/students/web/retention/HoldsPage.tsx'), 'HoldsPage', 'office'),
})
const year = createRoute({
  getParentRoute,
  path: '/app/year',
  component: lazyPage(() => import('#features/access/web/year/YearPage.tsx'), 'YearPage', 'office'),
})
const participants = createRoute({
  getParentRoute,
  path: '/app/participants',
  component: lazyPage(() => import('#features/referrals/web/ParticipantsPage.tsx'), 'ParticipantsPage'),
})
const participant = createRoute({
  getParentRoute,
  path: '/app/participants/$id',
  component: lazyPage(() => import('#features/referrals/web/ParticipantPage.tsx'), 'ParticipantPage', 'families'),
})
const support = createRoute({
  getParentRoute,
  path: '/app/support',
  component: lazyPage(() => import('#features/referrals/web/support/LogSupportPage.tsx'), 'LogSupportPage'),
})
const supportSessions = createRoute({
  getParentRoute,
  path: '/app/support/sessions',
  component: lazyPage(() => import('#features/referrals/web/support/SessionsPage.tsx'), 'SessionsPage'),
})
const invitations = createRoute({
  getParentRoute,
  path: '/app/people/invitations',
  component: lazyPage(() => import('#features/people/web/InvitationsPage.tsx'), 'InvitationsPage'),
})
const staff = createRoute({
  getParentRoute,
  path: '/app/people/staff',
  component: lazyPage(() => import('#features/people/web/StaffPage.tsx'), 'StaffPage'),
})
const sessions = createRoute({
  getParentRoute,
  path: '/app/sessions',
  component: lazyPage(() => import('#features/people/web/SessionsPage.tsx'), 'SessionsPage', 'office'),
})

const tokens = createRoute({
  getParentRoute,
  path: '/app/tokens',
  component: lazyPage(() => import('#features/tokens/web/TokensPage.tsx'), 'TokensPage', 'office'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    students,
    student,
    reviews,
    reviewOfClass,
    caseloads,
    due,
    notices,
    referrals,
    partners,
    services,
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
    holds,
    year,
    sessions,
    tokens,
    participants,
    participant,
    support,
    supportSessions,
  ]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: CrashedPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
})
