const letterPoints: Record<string, number> = { A: 4, B: 3, C: 2, D: 1, E: 0, F: 0 }

/**
 * How high a mark stands, 0 to 1: letters on four points with + and − a third each, numbers from 50, with all
 * lower ones on the floor, to 100. Null when a mark has no height, such as P for pass.
 */
export function heightOf(mark: string | number | null): number | null {
  if (mark === null) return null
  const text = String(mark).trim().toUpperCase()
  const number = Number(text)
  if (text !== '' && Number.isFinite(number)) return Math.min(1, Math.max(0, (number - 50) / 50))
  const [, letter = '', sign = ''] = /^([A-F])([+\-−]?)$/.exec(text) ?? []
  const points = letterPoints[letter]
  if (points === undefined) return null
  return Math.min(1, Math.max(0, (points + (sign === '+' ? 1 / 3 : sign === '' ? 0 : -1 / 3)) / 4))
}

/** Runs of neighbors that both have a height: a line is never drawn over a term without a mark. */
export function runs(heights: readonly (number | null)[]): number[][] {
  const found: number[][] = []
  heights.forEach((height, index) => {
    if (height === null) return
    if (index > 0 && heights[index - 1] !== null) found.at(-1)?.push(index)
    else found.push([index])
  })
  return found.filter((run) => run.length > 1)
}
