import { store } from './store.ts'

const rememberedAs = 'concentric.shortcuts'

// A browser can forbid storage; then the choice lasts as long as the page.
const remembered = () => {
  try {
    return localStorage.getItem(rememberedAs) !== 'off'
  } catch {
    return true
  }
}

/** Whether single keys do something (WCAG 2.1.4: who dictates, or touches keys by chance, can switch them off). */
export const shortcutsOn = store(remembered())

export function switchShortcuts(on: boolean): void {
  shortcutsOn.set(on)
  try {
    localStorage.setItem(rememberedAs, on ? 'on' : 'off')
  } catch {
    // The choice then ends with the page.
  }
}
