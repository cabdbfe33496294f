/** A name without case, accents, hyphens, apostrophes and spaces, so that "O’Néill" and "oneill" are one. */
export const plainName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

// Short forms that English and Spanish speakers use every day; each line is one name.
const families = [
  'alexander alex alec sasha',
  'alejandro alex ale',
  'andrew andy drew',
  'anthony tony',
  'benjamin ben benny',
  'catherine katherine kathryn cathy kathy kate katie',
  'charles charlie chuck',
  'christopher chris kit',
  'daniel dan danny',
  'edward ed eddie ted',
  'elizabeth liz beth betty eliza lizzie',
  'francisco paco pancho',
  'guadalupe lupe',
  'isabel isabella bella isa',
  'james jim jimmy jamie',
  'john johnny jack',
  'jonathan jon',
  'joseph joe joey',
  'jose pepe',
  'joshua josh',
  'margaret maggie meg peggy',
  'maria mari mary',
  'matthew matt',
  'michael mike mikey',
  'nicholas nick nicky',
  'patricia pat patty trish',
  'richard rick rich dick',
  'robert rob bob bobby',
  'samuel sam sammy',
  'samantha sam sammy',
  'stephen steven steve',
  'susan sue susie',
  'theodore ted theo',
  'thomas tom tommy',
  'victoria vicky tori',
  'william will bill billy liam',
  'zachary zach zack',
].map((line) => new Set(line.split(' ')))

const areShortForms = (a: string, b: string) => families.some((family) => family.has(a) && family.has(b))

/** Whether one turns into the other by one wrong, missing or extra letter, or by two neighbors that changed places. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}

export type NameLikeness = 'same' | 'shortForm' | 'slip' | 'different'

/** How alike two given or two family names are. */
export function likenessOf(one: string, other: string): NameLikeness {
  const [a, b] = [plainName(one), plainName(other)]
  if (a === b) return 'same'
  if (areShortForms(a, b)) return 'shortForm'
  return isOneSlip(a, b) ? 'slip' : 'different'
}
