/** For which import the codes page was opened, as it stands in the address. */
export type CodesSearch = { import?: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads an address that anyone may have typed: what makes no sense is left out. */
export const readCodesSearch = (given: Record<string, unknown>): CodesSearch =>
  typeof given.import === 'string' && uuid.test(given.import) ? { import: given.import } : {}
