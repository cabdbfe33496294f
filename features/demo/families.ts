import { heritages } from './names.ts'
import { randomFor, type Random } from './random.ts'
import { phoneNumber, type Guardian, type Student } from './student.ts'

export type Family = { heritage: (typeof heritages)[number]; name: string; guardians: Guardian[]; races: string[] }

const plain = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')

const adult = (family: Family, sourcedId: string, language: string, random: Random): Guardian => {
  const given = random.pick(random.chance(0.6) ? family.heritage.female : family.heritage.male)
  const name = random.chance(0.8) ? family.name : random.pick(family.heritage.family)
  const email = random.chance(0.82) ? `${plain(given)}.${plain(name)}.${Number(sourcedId.slice(1))}@family.example` : ''
  const relation = random.pickWeighted([
    ['parent', 88],
    ['guardian', 9],
    ['relative', 3],
  ] as const)
  const phone = phoneNumber(random.below(100))
  return { sourcedId, given, family: name, relation, email, phone, language, children: [] }
}

/** A family with its adults; the number of adults is none (rarely), one, two or three. */
export const familyNumber = (n: number, seed: number): Family => {
  const random = randomFor(seed, 'family', String(n))
  const heritage = random.pickWeighted(heritages.map((each) => [each, each.weight] as const))
  const races = random
    .pickWeighted(heritage.races)
    .split('+')
    .filter((race) => race !== 'unknown')
  const family: Family = { heritage, name: random.pick(heritage.family), guardians: [], races }
  const language = random.pickWeighted(heritage.languages)
  const adults = random.pickWeighted([
    [0, 2],
    [1, 38],
    [2, 56],
    [3, 4],
  ])
  for (let i = 0; i < adults; i++)
    family.guardians.push(adult(family, `g${String(1000 + n * 3 + i).padStart(6, '0')}`, language, random))
  return family
}

/** Finds the child a family: now and then one that has a child already, in another grade. */
export const chooseFamily = (families: Family[], grade: string, random: Random, seed: number): Family => {
  const recent = families.length > 0 && random.chance(0.33) ? random.pick(families.slice(-80)) : undefined
  const children = recent?.guardians[0]?.children ?? []
  if (recent && children.length > 0 && children.length < 4 && !children.some((child) => child.grade === grade))
    return recent
  const family = familyNumber(families.length, seed)
  families.push(family)
  return family
}

export const adopt = (family: Family, child: Student) => {
  for (const guardian of family.guardians) guardian.children.push(child)
}
