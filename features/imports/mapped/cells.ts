const blanks = new Set(['', 'null', 'n/a', 'na', '#n/a', 'none', '-', '--', '---', '.'])

/** What people write into a cell to say that there is nothing. It is never taken for zero. */
export const isBlankWord = (value: string) => blanks.has(value.trim().toLowerCase())
