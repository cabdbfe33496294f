import { lazyRouteComponent } from '@tanstack/react-router'
import { ConnectionLost } from '../problem.ts'
import { findsServer } from '../reach.ts'
import type { Chapter } from '../words/chapters.ts'
import { bringWords } from '../words/words.ts'

/** A page that comes when it is first asked for, together with the chapters of words that it says. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as lazyRouteComponent takes it
export const lazyPage = <T extends Record<string, any>, Key extends keyof T>(
  load: () => Promise<T>,
  name: Key,
  ...said: Chapter[]
) =>
  lazyRouteComponent(async () => {
    try {
      return (await Promise.all([load(), ...said.map(bringWords)]))[0]
    } catch (error) {
      // Where the server answers, there is a newer version of the page, and the router loads that one.
      throw (await findsServer()) ? error : new ConnectionLost(error)
    }
  }, name)
