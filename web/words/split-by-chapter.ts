import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { chapters, wordsOf, type Chapter } from './chapters.ts'

const isChapter = (name: string): name is Chapter => name in chapters

/** Translators keep one file for each language; a browser gets `en.json?chapter=files`, or `en.json?chapter` for what every page says. */
export const splitByChapter = (): Plugin => ({
  name: 'concentric-words',
  enforce: 'pre',
  resolveId(asked) {
    const [, language, chapter] = /\/(\w+)\.json\?chapter(?:=(\w+))?$/.exec(asked) ?? []
    return language && `\0words/${language}/${chapter ?? 'always'}`
  },
  load(id) {
    const [, language, chapter] = /^\0words\/(\w+)\/(\w+)$/.exec(id) ?? []
    if (!language || !chapter) return
    const file = path.join(import.meta.dirname, `${language}.json`)
    this.addWatchFile(file)
    if (chapter !== 'always' && !isChapter(chapter)) throw new Error(`No chapter of the words is called ${chapter}.`)
    const words = wordsOf(JSON.parse(readFileSync(file, 'utf8')), chapter === 'always' ? undefined : chapter)
    return `export default ${JSON.stringify(words)}`
  },
})
