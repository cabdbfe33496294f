import { distance } from '../csv/header.ts'

const split = (header: string) =>
  header
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/#/g, ' number ')
    .toLowerCase()
    .split(' ')
    .filter(Boolean)

const short: Record<string, string> = {
  dt: 'date',
  dte: 'date',
  nbr: 'number',
  num: 'number',
  no: 'number',
  f: 'first',
  l: 'last',
  m: 'middle',
  fname: 'first name',
  lname: 'last name',
  lvl: 'level',
  sch: 'school',
  stu: 'student',
  stud: 'student',
  gr: 'grade',
  mth: 'math',
  rdg: 'reading',
  eng: 'english',
  sci: 'science',
  org: 'school',
  section: 'class',
  user: 'person',
  sourced: '',
  birthdate: 'birth date',
  startdate: 'start date',
  enddate: 'end date',
}

/** The words of a header, in lower case and without the usual short forms: "Student_ID#" and "stuIdNum" are both [student, id, number]. */
export const wordsOf = (header: string): string[] =>
  split(header)
    .flatMap((word) => (short[word] ?? word).split(' '))
    .filter(Boolean)

/** Headers without an ending that all of them share, such as the `_cl` of a dump: it says nothing about any of them. */
export function withoutCommonEnding(headers: readonly string[]): string[] {
  const last = headers[0]?.match(/_\w{1,4}$/)?.[0]
  return last && headers.length > 2 && headers.every((header) => header.endsWith(last))
    ? headers.map((header) => header.slice(0, -last.length))
    : [...headers]
}

const shareOf = (one: readonly string[], other: readonly string[]) => {
  const common = one.filter((word) => other.includes(word)).length
  return (2 * common) / (one.length + other.length)
}

function likenessTo(header: readonly string[], name: readonly string[]) {
  const [one, other] = [header.join(''), name.join('')]
  if (one === other) return 1
  const isTypo =
    other.length > 5 &&
    Math.abs(one.length - other.length) <= 3 &&
    distance(one, other) <= Math.max(1, Math.floor(other.length / 6))
  return Math.max(isTypo ? 0.85 : 0, 0.9 * shareOf(header, name))
}

const known = new Map<string, string[]>()
const wordsOfName = (name: string) => {
  const words = known.get(name) ?? wordsOf(name)
  known.set(name, words)
  return words
}

/** How much a header is like one of the usual names of a field: 1 is the same, 0 has nothing in common. */
export function likeness(header: string, names: readonly string[]): number {
  return bestLikeness(header, names).like
}

/** The same, with the place of that name among the names. */
export function bestLikeness(header: string, names: readonly string[]): { like: number; rank: number } {
  const words = wordsOf(header)
  const best = { like: 0, rank: 0 }
  if (words.length > 0)
    names.forEach((name, rank) => {
      const like = likenessTo(words, wordsOfName(name))
      if (like > best.like) Object.assign(best, { like, rank })
    })
  return best
}
