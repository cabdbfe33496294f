import type { Tx } from '#platform/database.ts'
import { addMember, joinHousehold, listMaybeMembers } from '../needs/household/queries.ts'
import { nameNeed } from '../needs/queries.ts'
import type { Marks } from '../needs/review/contract.ts'
import { listClassGroups, listToReview, saveReview } from '../needs/review/queries.ts'
import { cast } from './cast.ts'
import type { PersonKey } from './people.ts'
import { findDay, findStudentNamed } from './queries.ts'

type As = <T>(key: PersonKey, work: (tx: Tx) => Promise<T>) => Promise<T>

const studentId = async (tx: Tx, key: keyof typeof cast.students) => {
  const { given, family } = cast.students[key].name
  return (await tx(findStudentNamed(given, family)))[0]!.id
}

/** Households and needs of Riverbend, and Grace's class, which is half reviewed. */
export async function tellOfHouseholds(as: As) {
  // Mateo goes to Lincoln and his sister to Tubman: the data steward knows both, and Dana of Lincoln learns nothing of Sofía.
  await as('priya', async (tx) => tx(joinHousehold(await studentId(tx, 'mateo'), await studentId(tx, 'sofia'))))
  await as('dana', async (tx) => {
    const mateo = await studentId(tx, 'mateo')
    const today = (await tx(findDay(0)))[0]!.day
    const need = { source: 'family' as const, knownSince: today }
    for (const { personId, relation } of await tx(listMaybeMembers(mateo))) {
      const [lucia] = await tx(addMember(mateo, { kind: 'adult', personId, name: '', relation, birthYear: null }))
      const body = 'Wants to learn English, in the evening and near the bus.'
      await tx(nameNeed(mateo, { ...need, domain: 'family', severity: 'mild', body, memberId: lucia!.id }))
    }
    await tx(
      addMember(mateo, {
        kind: 'child',
        personId: null,
        name: 'Inés',
        relation: 'cousin',
        birthYear: bornFourYearsAgo(today),
      }),
    )
    const body = 'Winter shoes; his are from last year.'
    await tx(nameNeed(mateo, { ...need, domain: 'basic_needs', severity: 'moderate', body }))
  })
  await as('grace', reviewHalf)
}

const bornFourYearsAgo = (today: string) => Number(today.slice(0, 4)) - 4

const seen: readonly { strengths: string; marks: Marks }[] = [
  { strengths: 'Helps others before being asked', marks: { academic: { standing: 'well', words: '' } } },
  {
    strengths: 'Asks good questions',
    marks: {
      academic: { standing: 'watch', words: 'Fractions; better in pairs' },
      social_emotional: { standing: 'well', words: '' },
    },
  },
  {
    strengths: 'Plays an instrument\nFunny',
    marks: {
      enrichment: { standing: 'well', words: 'Would like to play in a band' },
      health: { standing: 'well', words: '' },
    },
  },
]

async function reviewHalf(tx: Tx) {
  const [group] = await tx(listClassGroups())
  if (!group?.classId) return
  const students = await tx(listToReview({ class: group.classId }))
  for (const [i, { studentId: id }] of students.slice(0, Math.floor(students.length / 2)).entries())
    await tx(saveReview(id, { revision: 0, ...seen[i % seen.length]!, isDone: true }))
}
