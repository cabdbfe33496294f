export type RingName = 'family' | 'school' | 'partners' | 'outcomes'

export type PictureItem = {
  id: string
  label: string
  detail?: string
  /** Nobody is here yet: the label is an invitation. */
  gap?: boolean
  href?: string
}

export type Ring = { name: RingName; title?: string; items: readonly PictureItem[] }

export type Box = { x: number; y: number; width: number; height: number }
/** Where the dot stands, and how far to the side its label stands from it. */
export type Place = { x: number; y: number; aside: number; lines: string[] }

export const studentRadius = 78
export const bands: Record<RingName, { inner: number; outer: number }> = {
  family: { inner: 78, outer: 158 },
  school: { inner: 158, outer: 228 },
  partners: { inner: 228, outer: 296 },
  outcomes: { inner: 296, outer: 332 },
}

export const dot = 10
export const lineHeight = 20
const letterWidth = 9.3
const titleLetter = 8.4

/** A label in lines of about `width` letters, three at most. */
export function wrap(label: string, width = 15): string[] {
  const lines: string[] = []
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]}…`]
}

const boxOf = ({ x, y, aside, lines }: Place): Box => {
  const width = Math.max(...lines.map((line) => line.length * letterWidth), 2 * dot)
  return { x: x + aside - width / 2, y: y - dot, width, height: 2 * dot + lines.length * lineHeight + 4 }
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

/** The title bends along the top of its ring: its box reaches down to where the ends of the words are. */
const titleBox = ({ name, title = '' }: Ring): Box => {
  const radius = bands[name].outer - 19
  const half = (title.length * titleLetter) / 2
  const bend = radius * (1 - Math.cos(half / radius))
  return { x: -half, y: -bands[name].outer + 2, width: 2 * half, height: 22 + bend }
}
const studentBox: Box = { x: -72, y: -72, width: 144, height: 144 }

function around(name: RingName, items: readonly PictureItem[], turn: number): Place[] {
  const { inner, outer } = bands[name]
  const radius = (inner + outer) / 2
  return items.map(({ label }, index) => {
    const lines = wrap(label)
    const angle = -Math.PI / 2 + (2 * Math.PI * (index + turn)) / items.length
    const lift = (lines.length * lineHeight) / 2
    const aside = name === 'outcomes' ? 52 * Math.cos(angle) : 0
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) - lift, aside, lines }
  })
}

const turns = Array.from({ length: 48 }, (_, index) => index / 48)

/** Items evenly around their ring, each ring turned to where its labels cover least. The same facts always give the same picture. */
export function placeItems(rings: readonly Ring[]): Map<string, Place> {
  const taken: Box[] = [studentBox, ...rings.map(titleBox)]
  const places = new Map<string, Place>()
  for (const { name, items } of rings) {
    const cost = (turn: number) =>
      around(name, items, turn).reduce(
        (sum, place) => sum + taken.reduce((all, box) => all + overlap(boxOf(place), box), 0),
        0,
      )
    const best = turns.reduce((least, turn) => (cost(turn) < cost(least) ? turn : least), 0.5)
    around(name, items, best).forEach((place, index) => {
      places.set(items[index]?.id ?? '', place)
      taken.push(boxOf(place))
    })
  }
  return places
}
