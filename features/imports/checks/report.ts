/** How many rows with the same problem in the same column of a file are listed one by one; the rest are counted. */
export const listedAtMost = 1000
