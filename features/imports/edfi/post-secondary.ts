import type { Reader } from './reading.ts'

/** Stages nothing: the first reading gathered the names of colleges. */
export const readInstitution: Reader = ({ row }) => {
  row.required('NameOfInstitution')
}

const identity = ['PostSecondaryInstitutionIdentity/PostSecondaryInstitutionId']

/** A step toward college, by the name of the college where these files tell it, else by its number. */
export const readPostSecondaryEvent: Reader = ({ row, known, stage, leaveOut }) => {
  const onDate = row.day('EventDate')
  const studentExternalId = row.student()
  const event = row.requiredMeaning('postSecondaryEvent', 'PostSecondaryEventCategory')
  const id = row.reference('PostSecondaryInstitutionReference', identity, 'optional')?.[0] ?? null
  const institution = (id && (known.institutions.get(id) || id)) || null
  if (!row.isSetAside && event === null)
    return leaveOut('not_a_step', 'left out: their category is no step toward college that is counted here')
  stage('collegeAccess', { studentExternalId, event, onDate, institution, detail: null })
}
