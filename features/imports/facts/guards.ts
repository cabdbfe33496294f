/** A set of files that would withdraw more than this share of a table's rows stops and asks; fewer rows than `atLeast` never do. */
export const withdrawalGuard = { share: 0.2, atLeast: 20 }

/** A file in which at least this share of the rows says that the student was present has a row for every student and day. */
export const positiveAttendanceShare = 0.5

export const asksBeforeWithdrawing = (withdrawn: number, live: number) =>
  withdrawn >= withdrawalGuard.atLeast && withdrawn > live * withdrawalGuard.share
