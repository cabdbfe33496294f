/** As access.plain of the database: small letters without accents. */
export const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')

/** Every word typed has to occur, in any order, whatever its accents: "inés OKA" finds Okafor, Ines. */
export const patternsOf = (typed: string): string[] =>
  plain(typed)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
