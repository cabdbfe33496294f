import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { recomputeIndicators } from '#features/indicators/recompute.ts'
import type { Statement } from '#platform/database.ts'
import { openPlace } from './place.ts'

export type Ids = { communityId: string; districtId: string; importId: string }

/** A throwaway database, migrated, with a generated district of that many students; `close` deletes it. */
export async function openDistrict(students: number) {
  const place = await openPlace()
  const owner = new pg.Client({ connectionString: place.urls.concentric_owner })
  const importer = new pg.Client({ connectionString: place.urls.concentric_import })
  await Promise.all([owner.connect(), importer.connect()])
  for (const client of [owner, importer]) client.on('error', () => {})
  const ids = await fill(owner, students)
  return {
    ...place,
    owner,
    importer,
    ids,
    close: async () => {
      await Promise.all([owner.end(), importer.end()])
      await place.close()
    },
  }
}

async function fill(owner: pg.Client, students: number): Promise<Ids> {
  const [communityId, districtId, importId, personId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await owner.query(`
    insert into community (community_id, name, time_zone) values ('${communityId}', 'Bench', 'America/Chicago');
    insert into platform.community_directory (slug, community_id) values ('bench', '${communityId}');
    insert into district (community_id, id, name) values ('${communityId}', '${districtId}', 'Bench');
    insert into person (community_id, id, given_name, family_name) values ('${communityId}', '${personId}', 'A', 'B');
    insert into import (community_id, id, district_id, state, created_by) values ('${communityId}', '${importId}', '${districtId}', 'applying', '${personId}')`)
  const facts = readFileSync(path.join(import.meta.dirname, 'flags-facts.sql'), 'utf8')
    .replaceAll(':community', `'${communityId}'::uuid`)
    .replaceAll(':district', `'${districtId}'::uuid`)
    .replaceAll(':students', String(students))
  await owner.query('grant temp on database postgres to concentric_owner').catch(() => {})
  await owner.query(facts)
  return { communityId, districtId, importId }
}

/** All flags of the district from its stored facts, as an import leaves them. */
export async function recompute(importer: pg.Client, { communityId, districtId, importId }: Ids, asOf: string) {
  await importer.query('begin')
  await importer.query('select access.enter_import($1)', [importId])
  const tx = async <Row>({ text, values }: Statement<Row>) => (await importer.query(text, values)).rows as Row[]
  await recomputeIndicators(tx, { communityId, districtId, importId, asOf })
  await importer.query('commit')
}
