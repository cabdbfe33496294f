import { requireCommunity } from '#features/communities/create.ts'
import { featureNames } from '#features/names.ts'
import { openOperatorSession } from '#features/people/owner-acts.ts'
import { connect, type Database, type Session } from '#platform/database.ts'
import { openInstallation, type Installation } from '#platform/installation.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import type { Settings } from '#platform/settings.ts'
import { required, say, type Call } from './command.ts'

/** Opens the installation for one command and leaves it afterwards, whatever happened. */
export async function withInstallation<T>(
  settings: Settings,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(settings, featureNames, say)
  try {
    return await work(installation)
  } finally {
    await installation.close()
  }
}

export type OperatorDesk = {
  installation: Installation
  database: Database
  session: Session
  communityId: string
  districtId: string
}

/** The community of `--community` with a data steward's session of the named operator, who stands on record for what is done. */
export async function asOperator<T>({ settings, options }: Call, work: (desk: OperatorDesk) => Promise<T>): Promise<T> {
  const slug = required(options.community, '--community SLUG')
  return withInstallation(settings, async (installation) => {
    const { communityId, districtId, session } = await unsafeAsOwner(installation.urls.concentric_owner, async (tx) => {
      const community = await requireCommunity(tx, slug)
      return {
        ...community,
        session: await openOperatorSession(tx, community.communityId, community.districtId, settings.operator),
      }
    })
    const database = connect(installation.urls.concentric_app, { connections: 4 })
    try {
      return await work({ installation, database, session, communityId, districtId })
    } finally {
      await database.close()
    }
  })
}
