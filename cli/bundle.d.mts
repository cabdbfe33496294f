/**
 * Writes JavaScript with source maps of the programs that the entries name, below the root, into a folder: a file of the entry's name
 * each, and what they share in files named for their content. Whoever reads there meanwhile finds the old program or the new one, whole.
 */
export function bundle(entries: string[], folder: string): Promise<void>
