import { type KeyboardEvent, useRef, useState } from 'react'

/** Where an arrow key leads in a row of things, or in rows of `stride` things; null for any other key. */
export function nextIndex(key: string, index: number, count: number, stride = 1): number | null {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: stride, ArrowUp: -stride }
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  if (step === undefined) return null
  const to = index + step
  return to < 0 || to >= count ? index : to
}

/** Many things, one stop of the Tab key, at `first` to begin with: the arrows move among them. */
export function useRoving<Place extends HTMLElement | SVGElement>(count: number, stride = 1, first = 0) {
  const [active, setActive] = useState(first)
  const places = useRef<(Place | null)[]>([])
  const stop = Math.min(active, count - 1)
  const propsFor = (index: number) => ({
    ref: (place: Place | null) => {
      places.current[index] = place
    },
    tabIndex: index === stop ? 0 : -1,
    onFocus: () => setActive(index),
    onKeyDown: (event: KeyboardEvent) => {
      const to = nextIndex(event.key, index, count, stride)
      if (to === null) return
      event.preventDefault()
      places.current[to]?.focus()
    },
  })
  return { active: stop, setActive, propsFor }
}
