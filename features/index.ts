import type { Feature } from '#platform/app.ts'
import { access } from './access/index.ts'
import { caseload } from './caseload/index.ts'
import { communities } from './communities/index.ts'
import { demo } from './demo/index.ts'
import { family } from './family/index.ts'
import { imports } from './imports/index.ts'
import { indicators } from './indicators/index.ts'
import { matching } from './matching/index.ts'
import { featureNames } from './names.ts'
import { needs } from './needs/index.ts'
import { partners } from './partners/index.ts'
import { people } from './people/index.ts'
import { referrals } from './referrals/index.ts'
import { search } from './search/index.ts'
import { students } from './students/index.ts'
import { tokens } from './tokens/index.ts'

const byName: Record<(typeof featureNames)[number], Feature> = {
  communities,
  people,
  partners,
  students,
  referrals,
  access,
  tokens,
  imports,
  indicators,
  needs,
  matching,
  caseload,
  search,
  family,
  demo,
}

export const features = featureNames.map((name) => byName[name])
export { featureNames }
