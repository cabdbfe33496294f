import type { StudentRecord } from '../../students/contract.ts'

/** The order in which a participant's page tells what is shared: the person first, then what they say, then the school's facts. */
const inOrder = [
  'directory',
  'voice',
  'strengths',
  'needs',
  'enrollment',
  'attendance',
  'grades',
  'behavior',
  'assessments',
  'college_access',
  'plan',
  'contacts',
  'household',
  'demographics',
]

/** The elements of a record that an agreement can share. The referral itself and the service have pages of their own. */
export const sharedElements = ({ elements }: StudentRecord): string[] =>
  inOrder.filter((element) => elements.includes(element))
