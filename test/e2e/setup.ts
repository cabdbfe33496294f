import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    chromiumPath: string
  }
}

/** The journeys walk through the built pages in the Chromium that `npm test` found. */
export default function setup(project: TestProject): void {
  const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((file) => file && existsSync(file))
  if (!chromiumPath) throw new Error('Name a Chromium in CHROMIUM_PATH, or run "npm test", which finds one.')
  project.provide('chromiumPath', chromiumPath)
}
