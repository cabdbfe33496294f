/** Builds the web pages unless the ones that are there were made from the same sources. False when that fails. */
export function buildWeb(): boolean
