import type { Candidate } from './contract.ts'
import { fitOf, inRank, type StudentFacts } from './fit.ts'
import type { FoundService } from './queries.ts'

/** All services for one student and need, the better fit first, each with its reasons. */
export function candidatesFor(
  student: StudentFacts,
  services: readonly FoundService[],
  domain: string | null,
): Candidate[] {
  const candidates = services.map((service) => ({
    serviceId: service.serviceId,
    name: service.name,
    organizationId: service.organizationId,
    organizationName: service.organizationName,
    fit: fitOf(student, service, domain),
  }))
  return inRank(candidates).map(({ fit, ...candidate }) => {
    const { verdict, reasons, obstacles, missing } = fit
    return { ...candidate, verdict, reasons, obstacles, missing }
  })
}
