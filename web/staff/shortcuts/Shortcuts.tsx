import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHat } from '#web/use-hat.ts'
import { addressOf, roomsFor } from '../rooms.ts'
import { searchFieldId } from '../search/GlobalSearch.tsx'
import type { ShortcutName } from './keys.ts'
import { moveInList } from './move-in-list.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { useShortcuts } from './use-shortcuts.ts'

/** Single keys for whoever works here all day. */
export function Shortcuts() {
  const { t } = useTranslation()
  const go = useNavigate()
  const rooms = roomsFor(useHat().role)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const goTo = (room: 'today' | 'students') => {
    if (rooms.includes(room)) void go({ to: addressOf[room] })
  }
  const acts: Record<ShortcutName, () => void> = {
    help: () => setHelpOpen(true),
    search: () => document.getElementById(searchFieldId)?.focus(),
    today: () => goTo('today'),
    students: () => goTo('students'),
    next: () => moveInList(1),
    previous: () => moveInList(-1),
    note: () => document.querySelector<HTMLElement>('[data-shortcut="note"]')?.click(),
  }
  useShortcuts((name) => acts[name]())
  return (
    <>
      <button
        type="button"
        className="header-button"
        aria-label={t('shortcuts.title')}
        title={t('shortcuts.title')}
        onClick={() => setHelpOpen(true)}
      >
        <kbd aria-hidden="true">?</kbd>
      </button>
      <ShortcutsDialog open={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  )
}
