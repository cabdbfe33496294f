/** In order of dependence: a feature may use only the features above it. The same list registers routes and orders access.sql. */
export const featureNames = [
  'communities',
  'people',
  'partners',
  'students',
  'referrals',
  'access',
  'tokens',
  'imports',
  'indicators',
  'needs',
  'matching',
  'caseload',
  'search',
  'family',
  'demo',
] as const
