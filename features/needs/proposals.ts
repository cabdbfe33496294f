import { reasonOf, type FlagFacts, type ReasonLocale } from '../indicators/reason.ts'
import type { FlagProposal } from './contract.ts'
import { domainOfFlag } from './need-kinds.ts'

export type FlagRow = { indicator: string; level: string; facts: FlagFacts; raisedAt: string }

/** What a flag proposes, with its reason as a sentence. The domain is where a flag of this kind is looked at first; a person chooses. */
export const toProposal = (
  { indicator, level, facts, raisedAt }: FlagRow,
  locale: ReasonLocale,
  today: string,
): FlagProposal => ({
  ...{ indicator, level, raisedAt },
  reason: reasonOf(facts, locale, today),
  domain: domainOfFlag[indicator] ?? 'academic',
})
