/** How one domain is going, in the review: well, to be watched, or something is needed. */
export const standings = ['well', 'watch', 'need'] as const
export type Standing = (typeof standings)[number]
