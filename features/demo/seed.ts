import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { connect } from '#platform/database.ts'
import type { Installation } from '#platform/installation.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { makeCommunity } from '../communities/create.ts'
import { bringIn } from '../indicators/bring-in.ts'
import { openOperatorSession } from '../people/owner-acts.ts'
import { cast } from './cast.ts'
import { generateDemo } from './generate.ts'
import { settleIn } from './settle-in.ts'
import { tellStory } from './story.ts'

export type DemoOptions = {
  students: number
  seed?: number
  /** The demo's school year ends on this day. */
  today?: string
  notice?: (sentence: string) => void
}

/** Makes Riverbend: its files go in through the importer, its cast gets accounts and roles, and its story begins. */
export async function seedDemo(installation: Installation, options: DemoOptions): Promise<{ communityId: string }> {
  const { community, district } = cast
  const made = await unsafeAsOwner(installation.urls.concentric_owner, async (tx) => {
    const { communityId, districtId } = await makeCommunity(tx, {
      ...community,
      isDemo: true,
      district: { name: district.name, externalId: district.sourcedId },
    })
    const session = await openOperatorSession(tx, communityId, districtId, 'demo')
    return { communityId, districtId, session }
  })
  const database = connect(installation.urls.concentric_app, { connections: 3 })
  try {
    const folder = await writeFiles(installation.dataDir, options)
    const wish = {
      paths: [folder],
      sourceName: 'Riverbend Unified',
      apply: true,
      answers: { attendance_practice: 'exceptions' },
    }
    await bringIn({ installation, database, session: made.session }, wish).finally(() =>
      rm(folder, { recursive: true, force: true }),
    )
    await unsafeAsOwner(installation.urls.concentric_owner, (tx) => settleIn(tx, made.communityId, made.districtId))
    await tellStory(database)
    return { communityId: made.communityId }
  } finally {
    await database.close()
  }
}

async function writeFiles(dataDir: string, { students, seed = 1, today }: DemoOptions) {
  await mkdir(dataDir, { recursive: true })
  const folder = await mkdtemp(path.join(dataDir, 'demo-'))
  const day = today ?? new Intl.DateTimeFormat('en-CA', { timeZone: cast.community.timeZone }).format(new Date())
  for (const { name, text } of generateDemo({ seed, students, today: day }))
    await writeFile(path.join(folder, name), text)
  return folder
}
