import { useEffect, useRef } from 'react'
import { shortcutsOn } from '#web/shortcuts.ts'
import { meaningOf, type ShortcutName } from './keys.ts'

const togetherMs = 1_500

// Boxes and buttons take no letters; in every other field a letter is a letter.
const typing = [
  'input:not([type="checkbox"], [type="radio"])',
  'textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]',
].join()
const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest(typing) !== null
const isDialogOpen = () => document.querySelector('dialog[open]') !== null

/** Calls for each shortcut whose keys are pressed one after the other. Ctrl or Cmd with K searches even while typing. */
export function useShortcuts(act: (name: ShortcutName) => void): void {
  const newest = useRef(act)
  useEffect(() => {
    newest.current = act
  })
  useEffect(() => {
    let keys: string[] = []
    let last = 0
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !isDialogOpen()) {
        event.preventDefault()
        newest.current('search')
        return
      }
      if (event.key === 'Shift') return
      if (
        !shortcutsOn.get() ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        isDialogOpen()
      ) {
        keys = []
        return
      }
      keys = [...(event.timeStamp - last < togetherMs ? keys : []), event.key]
      last = event.timeStamp
      const meaning = meaningOf(keys) ?? meaningOf((keys = [event.key]))
      if (meaning === 'begun') return
      keys = []
      if (meaning === null) return
      event.preventDefault()
      newest.current(meaning)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
