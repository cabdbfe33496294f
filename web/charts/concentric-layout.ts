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

/** Where the dot stands, and how far to the side its label stands from it. */
export type Place = { x: number; y: number; aside: number; lines: string[] }

type Box = { x: number; y: number; width: number; height: number }
type Seat = { id: string; name: RingName; lines: string[]; angle: number; reach: number }

export const bands: Record<RingName, { inner: number; outer: number }> = {
  family: { inner: 80, outer: 174 },
  school: { inner: 174, outer: 250 },
  partners: { inner: 250, outer: 322 },
  outcomes: { inner: 322, outer: 356 },
}
export const dot = 10
export const lineHeight = 20
const letterWidth = 10
const titleLetter = 8.6
const air = 10

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

function placeOf({ name, lines, angle }: Seat): Place {
  const radius = (bands[name].inner + bands[name].outer) / 2
  const lift = (lines.length * lineHeight) / 2
  const aside = name === 'outcomes' ? 56 * Math.cos(angle) : 0
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) - lift, aside, lines }
}

function boxesOf(seat: Seat): Box[] {
  const { x, y, aside, lines } = placeOf(seat)
  const width = Math.max(...lines.map((line) => line.length)) * letterWidth + 2 * air
  const label = { x: x + aside - width / 2, y: y + dot, width, height: lines.length * lineHeight + 2 * air }
  return [label, { x: x - dot - air, y: y - dot - air, width: 2 * (dot + air), height: 2 * dot + air }]
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

const covered = (boxes: Box[], taken: Box[]): number =>
  boxes.reduce((sum, box) => sum + taken.reduce((all, other) => all + overlap(box, other), 0), 0)

/** A title bends along the top of its ring: its box reaches down to where the ends of the words are. */
function titleBox({ name, title = '' }: Ring): Box {
  const radius = bands[name].outer - 19
  const half = (title.length * titleLetter) / 2
  return { x: -half, y: -bands[name].outer, width: 2 * half, height: 24 + radius * (1 - Math.cos(half / radius)) }
}

const studentBox: Box = { x: -76, y: -76, width: 152, height: 152 }

const evenly = ({ name, items }: Ring): Seat[] =>
  items.map(({ id, label }, index) => {
    const reach = (2 * Math.PI) / items.length
    return { id, name, lines: wrap(label), angle: -Math.PI / 2 + (index + 0.5) * reach, reach }
  })

const steps = Array.from({ length: 61 }, (_, index) => (index - 30) / 30)
const least = <Choice>(choices: Choice[], cost: (choice: Choice) => number): Choice =>
  choices
    .map((choice) => ({ choice, cost: cost(choice) }))
    .reduce((best, other) => (other.cost < best.cost ? other : best)).choice

/** Each ring turns to where its labels cover least; then each item gives way a little. The same facts always give the same picture. */
export function placeItems(rings: readonly Ring[]): Map<string, Place> {
  const fixed = [studentBox, ...rings.map(titleBox)]
  let seats: Seat[] = []
  for (const ring of rings) {
    const taken = [...fixed, ...seats.flatMap(boxesOf)]
    const turned = (turn: number) =>
      evenly(ring).map((seat) => ({ ...seat, angle: seat.angle + (turn * seat.reach) / 2 }))
    seats = [...seats, ...turned(least(steps, (turn) => covered(turned(turn).flatMap(boxesOf), taken)))]
  }
  for (let pass = 0; pass < 4; pass++) seats = seats.map((_, index) => giveWay(seats, index, fixed))
  return new Map(seats.map((seat) => [seat.id, placeOf(seat)]))
}

function giveWay(seats: Seat[], index: number, fixed: Box[]): Seat {
  const seat = seats[index] as Seat
  const taken = [...fixed, ...seats.filter((other) => other !== seat).flatMap(boxesOf)]
  const moved = (step: number) => ({ ...seat, angle: seat.angle + step * Math.min(seat.reach / 3, 0.8) })
  const chosen = moved(least(steps, (step) => covered(boxesOf(moved(step)), taken) + Math.abs(step) * 40))
  seats[index] = chosen
  return chosen
}
