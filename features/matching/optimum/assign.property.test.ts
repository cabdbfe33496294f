import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { assign, tally, valueOf } from './assign.ts'
import { buildModel } from './model.ts'
import { firstServicePoints, inOneOrder, type Option, type Problem } from './problem.ts'
import { openSolver } from './solve.ts'
import { findViolations } from './violations.ts'

const runs = {
  numRuns: Number(process.env.CONCENTRIC_INSTANCES ?? 60),
  seed: Number(process.env.CONCENTRIC_SEED ?? 1),
}

const solver = openSolver()
afterAll(() => solver.close())

type Kind = { multiple?: boolean; beside?: boolean; groups?: boolean }

/** Small towns: up to five students with up to two needs each, up to four services. */
const problems = ({ multiple = false, beside = false, groups = false }: Kind) =>
  fc
    .record({
      students: fc.array(
        fc.array(fc.constantFrom(1 as const, 2 as const, 3 as const), { minLength: 1, maxLength: 2 }),
        { minLength: 1, maxLength: 5 },
      ),
      places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
      fits: fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(2), fc.integer({ min: 0, max: 10 })), { maxLength: 14 }),
      mostPerStudent: fc.integer({ min: 1, max: 2 }),
      mostStudents: fc.boolean(),
      clashes: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: beside ? 2 : 0 }),
      together: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: beside ? 1 : 0 }),
      difference: fc.constantFrom(0, 0.25, 0.5, 1),
    })
    .map((drawn): Problem => {
      const needs = drawn.students.flatMap((severities, s) =>
        severities.map((severity, n) => ({
          id: `n${s}-${n}`,
          studentId: `s${s}`,
          severity,
          since: `2026-09-${10 + ((s * 7 + n * 3) % 15)}`,
        })),
      )
      const seen = new Set<string>()
      const options = drawn.fits.flatMap(([s, o, which, preference]) => {
        const theirs = needs.filter(({ studentId }) => studentId === `s${s}`)
        if (theirs.length === 0 || o >= drawn.places.length || seen.has(`${s} ${o}`)) return []
        seen.add(`${s} ${o}`)
        const met = multiple && which === 2 ? theirs : [theirs[which % theirs.length]!]
        return [
          {
            id: `s${s} o${o}`,
            studentId: `s${s}`,
            offerId: `o${o}`,
            needIds: met.map(({ id }) => id),
            preference: preference / 10,
          },
        ]
      })
      const groupOf = Object.fromEntries(drawn.students.map((_, s) => [`s${s}`, s % 2 === 0 ? 'Lincoln' : 'Roosevelt']))
      return {
        needs,
        offers: drawn.places.map((count, o) => ({ id: `o${o}`, places: count })),
        options,
        mostPerStudent: drawn.mostPerStudent,
        clashes: drawn.clashes.filter(([a, b]) => a !== b).map(([a, b]) => [`o${a}`, `o${b}`]),
        together: drawn.together.filter(([a, b]) => a !== b).map(([a, b]) => [`s${a}`, `s${b}`]),
        lockedOptionIds: [],
        rule: groups
          ? { kind: 'no_group_behind', groupOf, difference: drawn.difference }
          : { kind: drawn.mostStudents ? 'most_students' : 'greatest_needs' },
      }
    })

/** Every subset of the options that breaks no rule. */
function* allAssignments(problem: Problem): Generator<Option[]> {
  const count = problem.options.length
  for (let bits = 0; bits < 2 ** count; bits++) {
    const chosen = problem.options.filter((_, at) => (bits >> at) & 1)
    if (findViolations(problem, chosen).length === 0) yield chosen
  }
}

const scoreOf = (problem: Problem, chosen: readonly Option[]) =>
  valueOf(problem, chosen) +
  (problem.rule.kind === 'most_students' ? firstServicePoints * tally(problem, chosen).students : 0)
const bestScore = (problem: Problem) =>
  Math.max(...[...allAssignments(problem)].map((chosen) => scoreOf(problem, chosen)))
/** Urgent needs first, then those that can wait less, then the rest: so much of each as a list. */
const bySeverity = (problem: Problem, chosen: readonly Option[]) => {
  const met = new Set(chosen.flatMap(({ needIds }) => needIds))
  return [3, 2, 1].map(
    (severity) => problem.needs.filter((need) => need.severity === severity && met.has(need.id)).length,
  )
}

async function assigned(problem: Problem) {
  const answer = await assign(problem, solver)
  if (answer.kind !== 'assigned') throw new Error('This problem has an answer.')
  return answer
}

describe.each([
  ['one need for each place', {}],
  ['services that meet several needs', { multiple: true }],
  ['times that clash and siblings who go together', { beside: true, multiple: true }],
  ['no group left behind', { groups: true, multiple: true }],
] as [string, Kind][])('%s', (_, kind) => {
  it('is assigned within every rule, and no other assignment is worth more', async () => {
    await fc.assert(
      fc.asyncProperty(problems(kind), async (problem) => {
        const { chosen, isProven } = await assigned(problem)
        expect(findViolations(problem, chosen)).toEqual([])
        expect(isProven).toBe(true)
        expect(scoreOf(problem, chosen)).toBeCloseTo(bestScore(problem), 5)
      }),
      runs,
    )
  })
})

it('with room for each need of a student no urgent need is left out for lesser ones, however many, and no preference costs a need', async () => {
  await fc.assert(
    fc.asyncProperty(problems({}), async (drawn) => {
      const problem: Problem = { ...drawn, mostPerStudent: 2, rule: { kind: 'greatest_needs' } }
      const { chosen } = await assigned(problem)
      const best = [...allAssignments(problem)]
        .map((each) => bySeverity(problem, each))
        .sort((a, b) => compareLists(b, a))[0]
      expect(bySeverity(problem, chosen)).toEqual(best)
    }),
    runs,
  )
})
const compareLists = (a: number[], b: number[]) =>
  a.map((each, at) => each - b[at]!).find((difference) => difference !== 0) ?? 0

it('never meets fewer needs than first come, first served, or than the greatest need first without looking ahead', async () => {
  await fc.assert(
    fc.asyncProperty(problems({}), async (drawn) => {
      const { met, firstCome, greedy } = await assigned({
        ...drawn,
        mostPerStudent: 2,
        rule: { kind: 'greatest_needs' },
      })
      expect(met.needs).toBeGreaterThanOrEqual(firstCome.needs)
      expect(met.needs).toBeGreaterThanOrEqual(greedy.needs)
      expect(met.urgent).toBeGreaterThanOrEqual(firstCome.urgent)
      expect(met.urgent).toBeGreaterThanOrEqual(greedy.urgent)
    }),
    runs,
  )
})

it('reaches no fewer students than those two where the most students are to be reached', async () => {
  await fc.assert(
    fc.asyncProperty(problems({ multiple: true }), async (drawn) => {
      const { met, firstCome, greedy } = await assigned({ ...drawn, rule: { kind: 'most_students' } })
      expect(met.students).toBeGreaterThanOrEqual(Math.max(firstCome.students, greedy.students))
    }),
    runs,
  )
})

it('says of each service what solving again with one more place gives', async () => {
  await fc.assert(
    fc.asyncProperty(problems({}), async (problem) => {
      const { chosen, oneMorePlace } = await assigned(problem)
      for (const { id } of problem.offers) {
        const more = {
          ...problem,
          offers: problem.offers.map((offer) => (offer.id === id ? { ...offer, places: offer.places + 1 } : offer)),
        }
        expect(oneMorePlace.get(id)).toBeCloseTo(bestScore(more) - scoreOf(problem, chosen), 5)
      }
    }),
    runs,
  )
})

it('gives the same answer in whatever order students, services and options come', async () => {
  await fc.assert(
    fc.asyncProperty(problems({ multiple: true }), async (problem) => {
      const turned: Problem = {
        ...problem,
        needs: problem.needs.toReversed(),
        offers: problem.offers.toReversed(),
        options: problem.options.toReversed(),
      }
      expect((await assigned(turned)).chosen.map(({ id }) => id)).toEqual(
        (await assigned(problem)).chosen.map(({ id }) => id),
      )
    }),
    { ...runs, numRuns: Math.ceil(runs.numRuns / 3) },
  )
})

it('keeps what people have locked, and says so when that cannot be', async () => {
  await fc.assert(
    fc.asyncProperty(problems({}), fc.nat(13), async (problem, at) => {
      fc.pre(problem.options.length > 0)
      const locked = problem.options[at % problem.options.length]!
      const answer = await assign({ ...problem, lockedOptionIds: [locked.id] }, solver)
      const places = problem.offers.find(({ id }) => id === locked.offerId)!.places
      if (places === 0) expect(answer).toEqual({ kind: 'impossible' })
      else expect(answer.kind === 'assigned' && answer.chosen.map(({ id }) => id)).toContain(locked.id)
    }),
    { ...runs, numRuns: Math.ceil(runs.numRuns / 3) },
  )
})

it('has an answer when there is nothing to give or nobody to serve', async () => {
  const empty: Problem = {
    needs: [],
    offers: [],
    options: [],
    mostPerStudent: 1,
    clashes: [],
    together: [],
    lockedOptionIds: [],
    rule: { kind: 'greatest_needs' },
  }
  expect(await assigned(empty)).toMatchObject({ chosen: [], isProven: true, met: { needs: 0, urgent: 0, students: 0 } })
  expect(buildModel(inOneOrder(empty)).model.cost.length).toBe(0)
})
