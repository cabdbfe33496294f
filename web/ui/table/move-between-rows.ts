import type { KeyboardEvent } from 'react'

/** Up and down go from a link or button to the one at the same place in the next row. */
export function moveBetweenRows(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const here = event.target as HTMLElement
  const row = here.closest('tbody tr')
  if (!row || here.matches('input, select, textarea')) return
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling
  const place = [...row.querySelectorAll('a, button')].indexOf(here)
  const targets = next?.querySelectorAll<HTMLElement>('a, button')
  if (!targets?.length) return
  event.preventDefault()
  targets[Math.min(Math.max(place, 0), targets.length - 1)]?.focus()
}
