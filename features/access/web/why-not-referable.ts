import type { Organization, Service } from '#features/partners/contract.ts'
import type { Agreement } from '../contract.ts'

export type Obstacle = 'notActive' | 'noAgreement' | 'notSigned' | 'ended' | 'future'

/** Why a student cannot be referred to this service now, or null when nothing stands in the way. */
export function whyNotReferable(
  service: Service,
  organization: Organization,
  agreements: readonly Agreement[],
): Obstacle | null {
  if (service.status !== 'active') return 'notActive'
  const standings = agreements
    .filter(({ organizationId, basis }) => organizationId === organization.id && basis !== 'directory_information')
    .map(({ standing }) => standing)
  if (standings.includes('in_force')) return null
  if (standings.length === 0) return 'noAgreement'
  if (standings.includes('future')) return 'future'
  return standings.every((standing) => standing === 'ended') ? 'ended' : 'notSigned'
}

/** Whether the family is asked before the partner learns anything. */
export const asksFamilyFirst = (organizationId: string, agreements: readonly Agreement[]): boolean =>
  !agreements.some(
    (agreement) =>
      agreement.organizationId === organizationId &&
      agreement.standing === 'in_force' &&
      agreement.basis === 'school_official',
  )
