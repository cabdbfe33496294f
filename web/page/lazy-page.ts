import { lazyRouteComponent } from '@tanstack/react-router'
import type { Chapter } from '../words/chapters.ts'
import { bringWords } from '../words/words.ts'

/** A page that comes when it is first asked for, together with the chapters of words that it says. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as lazyRouteComponent takes it
export const lazyPage = <T extends Record<string, any>, Key extends keyof T>(
  load: () => Promise<T>,
  name: Key,
  ...said: Chapter[]
) => lazyRouteComponent(async () => (await Promise.all([load(), ...said.map(bringWords)]))[0], name)
