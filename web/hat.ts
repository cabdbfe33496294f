import { store } from './store.ts'

/** The hat that this page was opened with. Each request names it, so a tab left open never acts with another tab's hat. */
export const pageHat = store<string | null>(null)

/** True once the server has answered that this browser now wears another hat. */
export const hatChanged = store(false)
