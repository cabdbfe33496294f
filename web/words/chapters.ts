/**
 * Sections of the words that only some pages say, by chapter. A page brings the chapters it says (see lazy-page.ts); every other section is
 * there from the start, on every page.
 */
export const chapters = {
  door: ['apiPage', 'codeApp', 'dailyMail', 'demo', 'history', 'link', 'outbox', 'passkeys', 'providers', 'recovery'],
  families: ['consent', 'help', 'share', 'viewers'],
  files: [
    'codeCategory',
    'codeMeaning',
    'codes',
    'courseMap',
    'dayRule',
    'importState',
    'importTable',
    'imports',
    'mapping',
    'presets',
    'progress',
    'severity',
  ],
  office: ['agreements', 'holds', 'identities', 'partners', 'proposals', 'tokens', 'year'],
} as const

export type Chapter = keyof typeof chapters

type Words = Record<string, unknown>

/** The words of one chapter out of all; without a chapter, those of none. */
export function wordsOf(all: Words, chapter: Chapter | undefined): Words {
  const sections: readonly string[] = chapter ? chapters[chapter] : Object.values(chapters).flat()
  return Object.fromEntries(
    Object.entries(all).filter(([section]) => sections.includes(section) === (chapter !== undefined)),
  )
}
