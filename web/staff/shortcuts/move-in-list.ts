const linksOfRows = () => [
  ...document.querySelectorAll<HTMLElement>(
    '#page tbody tr th a, #page [data-list-item] a, #page [data-list-item] button',
  ),
]

/** Goes to the first link of the next or the previous row; Enter then opens it as always. */
export function moveInList(step: 1 | -1): void {
  const seen = new Set<Element>()
  const firsts = linksOfRows().filter((link) => {
    const row = link.closest('tr, [data-list-item]')!
    return !seen.has(row) && seen.add(row)
  })
  const row = document.activeElement?.closest('tr, [data-list-item]')
  const at = firsts.findIndex((link) => link.closest('tr, [data-list-item]') === row)
  const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), firsts.length - 1)
  firsts[next]?.focus()
}
