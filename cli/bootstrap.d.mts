/** Builds the web pages unless the ones that are there were made from the same sources. False when that fails. */
export function buildWeb(): boolean

/** The same for the program itself, so that it starts at once: `dist/server/main.js`. */
export function buildServer(): boolean
