import { Type, type Static } from 'typebox'
import { NeedDomain } from '../partners/contract.ts'

const Reason = Type.Object({
  code: Type.String({ description: 'fits_need, fits_grade, near, too_young, full, age_unknown …' }),
  value: Type.Optional(Type.Union([Type.String(), Type.Number()])),
})
export const Candidate = Type.Object({
  serviceId: Type.String(),
  name: Type.String(),
  organizationId: Type.String(),
  organizationName: Type.String(),
  verdict: Type.String({ description: 'fits, unknown or no' }),
  reasons: Type.Array(Reason, { description: 'why it fits, and what makes it suit more or less' }),
  obstacles: Type.Array(Reason, { description: 'why it does not fit' }),
  missing: Type.Array(Reason, { description: 'what is not known, or not open to the reader, and would decide' }),
})
export type Candidate = Static<typeof Candidate>
export const CandidateFilter = Type.Object({ domain: Type.Optional(NeedDomain) })
