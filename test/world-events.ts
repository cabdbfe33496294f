import type pg from 'pg'
import { dayAfter, yearsAfter, type Chance } from '#features/access/chance.ts'
import type { StudentRow, World } from '#features/access/world.ts'

type Found = { id?: string; student_id?: string }

/** Changes a row in the world and in the database alike. */
async function change<T extends Found>(
  owner: pg.Pool,
  world: World,
  table: string,
  row: T | undefined,
  values: Partial<T>,
) {
  if (!row) return
  Object.assign(row, values)
  const columns = Object.keys(values)
  const key = row.id ? 'id' : 'student_id'
  await owner.query(
    `update public.${table} set ${columns.map((c, i) => `${c} = $${i + 3}`).join(', ')} where community_id = $1 and ${key} = $2`,
    [world.communityId, row.id ?? row.student_id, ...Object.values(values)],
  )
}

/** A student leaves every school yesterday and enters another one of the district today. */
async function transfer(owner: pg.Pool, world: World, chance: Chance) {
  const student = chance.pick(world.student)
  const stays = world.rows.enrollment.filter((e) => e.student_id === student.id)
  for (const stay of stays) await change(owner, world, 'enrollment', stay, { exit_on: dayAfter(world.today, -1) })
  const schools = world.school.filter((s) => s.district_id === student.district_id)
  const school = schools.find((s) => !stays.some((e) => e.school_id === s.id && e.entry_on === world.today))
  if (school) {
    const row: StudentRow = {
      student_id: student.id,
      id: chance.id(),
      school_id: school.id,
      entry_on: world.today,
      exit_on: null,
      is_primary: true,
      withdrawn_at: null,
    }
    world.rows.enrollment.push(row)
    await owner.query(
      `insert into public.enrollment (community_id, id, student_id, school_id, entry_on, access_school_id)
       select $1, $2, s.id, $4, $5, s.access_school_id from public.student s where s.community_id = $1 and s.id = $3`,
      [world.communityId, row.id, student.id, school.id, world.today],
    )
  }
  // As on the day after: the first who enters settles where every student belongs now.
  await owner.query('update public.community set settled_on = null where community_id = $1', [world.communityId])
}

const events = [
  ({ owner, world, chance, yesterday }: Scene) =>
    change(owner, world, 'membership', chance.pick(world.membership), { until_on: yesterday, from_on: yesterday }),
  ({ owner, world, chance }: Scene) =>
    change(owner, world, 'membership', chance.pick(world.membership), {
      until_on: null,
      approved_at: '2020-01-01T00:00:00Z',
    }),
  ({ owner, world, chance }: Scene) =>
    change(owner, world, 'agreement', chance.pick(world.agreement), { terminated_on: world.today }),
  ({ owner, world, chance }: Scene) =>
    change(owner, world, 'consent', chance.pick(world.rows.consent), { withdrawn_at: '2020-01-01T00:00:00Z' }),
  ({ owner, world, chance, yesterday }: Scene) =>
    change(owner, world, 'participation', chance.pick(world.rows.participation), { until_on: yesterday }),
  ({ owner, world, chance }: Scene) =>
    change(owner, world, 'referral', chance.pick(world.rows.referral), { state: 'withdrawn', decline_reason: null }),
  ({ owner, world, chance, yesterday }: Scene) =>
    change(owner, world, 'guardianship', chance.pick(world.rows.guardianship), { until_on: yesterday }),
  ({ owner, world, chance, yesterday }: Scene) =>
    change(owner, world, 'class_enrollment', chance.pick(world.rows.class_enrollment), { end_on: yesterday }),
  ({ owner, world, chance }: Scene) =>
    change(owner, world, 'student_demographics', chance.pick(world.rows.student_demographics), {
      birth_date: dayAfter(yearsAfter(world.today, -18), chance.pick([0, 0, 1])),
    }),
  ({ owner, world, chance }: Scene) => transfer(owner, world, chance),
  ({ owner, world, chance }: Scene) =>
    change(owner, world, 'contact_restriction', chance.pick(world.rows.contact_restriction), {
      from_on: world.today,
      until_on: null,
      kind: chance.pick(['court_order', 'confidential_address']),
    }),
  ({ owner, world, chance, yesterday }: Scene) =>
    change(owner, world, 'contact_restriction', chance.pick(world.rows.contact_restriction), { until_on: yesterday }),
  ({ owner, world, chance }: Scene) =>
    change(owner, world, 'directory_opt_out', chance.pick(world.rows.directory_opt_out), {
      withdrawn_at: '2020-01-01T00:00:00Z',
    }),
]
type Scene = { owner: pg.Pool; world: World; chance: Chance; yesterday: string }

/** Something ends, moves or comes of age. */
export async function somethingHappens(owner: pg.Pool, world: World, chance: Chance) {
  await chance.pick(events)({ owner, world, chance, yesterday: dayAfter(world.today, -1) })
}
