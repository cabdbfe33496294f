const margin = 8

/** Where a panel goes so that it stands under (or over) its trigger and wholly inside the window. */
export function spotFor(
  trigger: { left: number; top: number; bottom: number },
  panel: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const left = Math.max(margin, Math.min(trigger.left, view.width - panel.width - margin))
  const under = trigger.bottom + margin
  const fits = under + panel.height + margin <= view.height
  return { left, top: fits ? under : Math.max(margin, trigger.top - panel.height - margin) }
}

export function placeNear(trigger: Element | null, panel: HTMLElement): void {
  if (trigger === null) return
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight }
  const { left, top } = spotFor(trigger.getBoundingClientRect(), panel.getBoundingClientRect(), view)
  Object.assign(panel.style, { left: `${left}px`, top: `${top}px` })
}
