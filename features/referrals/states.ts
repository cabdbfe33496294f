/** Every state of a referral. `entered_in_error` marks a mistake; nothing is ever deleted. */
export const states = [
  'draft',
  'awaiting_consent',
  'sent',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'waitlisted',
  'started',
  'completed',
  'ended_early',
  'entered_in_error',
] as const
export type State = (typeof states)[number]

/** Who moves a referral on. The clock ends what nobody has answered. */
export type Side = 'school' | 'family' | 'partner' | 'clock'

export const declineReasons = [
  'no_capacity',
  'not_eligible',
  'out_of_area',
  'missing_documents',
  'could_not_reach',
  'other',
] as const

/** While one of these lasts, no second referral of the student to the service begins. */
export const openStates: readonly State[] = ['draft', 'awaiting_consent', 'sent', 'accepted', 'waitlisted', 'started']
/** The organization has said yes, and it is not over. */
export const runningStates: readonly State[] = ['accepted', 'waitlisted', 'started']
/** The family can say whether it got help. */
export const statesWithOutcome: readonly State[] = ['started', 'completed', 'ended_early']

type Steps = Partial<Record<State, readonly Side[]>>

/**
 * The whole rule, from state to state, with who may take the step. The family moves a referral between waiting and sent by giving a
 * consent and withdrawing it. The database holds the same list (access.referral_step); a test compares the two.
 */
const steps: Record<State, Steps> = {
  draft: { awaiting_consent: ['school'], sent: ['school'], withdrawn: ['school'], entered_in_error: ['school'] },
  awaiting_consent: {
    sent: ['family'],
    withdrawn: ['school', 'family'],
    expired: ['clock'],
    entered_in_error: ['school'],
  },
  sent: {
    awaiting_consent: ['family'],
    accepted: ['partner'],
    declined: ['partner'],
    withdrawn: ['school', 'family'],
    expired: ['clock'],
    entered_in_error: ['school'],
  },
  accepted: {
    waitlisted: ['partner'],
    started: ['partner'],
    ended_early: ['partner'],
    withdrawn: ['school', 'family'],
    entered_in_error: ['school'],
  },
  waitlisted: {
    started: ['partner'],
    ended_early: ['partner'],
    withdrawn: ['school', 'family'],
    entered_in_error: ['school'],
  },
  started: {
    completed: ['partner'],
    ended_early: ['partner'],
    withdrawn: ['school', 'family'],
    entered_in_error: ['school'],
  },
  declined: { entered_in_error: ['school'] },
  withdrawn: { entered_in_error: ['school'] },
  expired: { entered_in_error: ['school'] },
  completed: { entered_in_error: ['school'] },
  ended_early: { entered_in_error: ['school'] },
  entered_in_error: {},
}

/** May this side move a referral from one state to the other? */
export const mayStep = (from: State, to: State, by: Side): boolean => steps[from][to]?.includes(by) ?? false

/** Every step there is, as (from, to, by). */
export const allSteps = (): [State, State, Side][] =>
  states.flatMap((from) =>
    states.flatMap((to) => (steps[from][to] ?? []).map((by): [State, State, Side] => [from, to, by])),
  )

/** Whether the step wants a sentence that says why. A decline has its reason from the list instead. */
export const needsWords = (to: State): boolean => ['completed', 'ended_early', 'entered_in_error'].includes(to)
