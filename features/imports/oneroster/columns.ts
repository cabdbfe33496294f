import type { CellKind, ColumnSpec, FileSpec } from '../csv/file-spec.ts'
import { snake } from '../staging/names.ts'

type Written = {
  ids?: string
  dates?: string
  codes?: Record<string, readonly string[]>
  booleans?: string
  lists?: string
}

const words = (text = '') => text.split(' ').filter(Boolean)

/** A file of the standard from its columns in order: `*` marks what cannot be done without, `!` what the standard also requires. */
function fileSpec(name: string, columns: string, { ids, dates, codes = {}, booleans, lists }: Written = {}): FileSpec {
  const kindOf = (column: string): CellKind => {
    if (column === 'sourcedId' || words(ids).includes(column)) return 'id'
    if (words(lists).includes(column)) return 'ids'
    if (words(dates).includes(column)) return 'date'
    if (words(booleans).includes(column)) return 'boolean'
    return codes[column] || column === 'status' ? 'code' : 'text'
  }
  const specs = words(`sourcedId* status dateLastModified ${columns}`).map((word): ColumnSpec => {
    const column = word.replace(/[*!]$/, '')
    const need = word.endsWith('*') ? 'needed' : word.endsWith('!') ? 'required' : 'optional'
    const known = column === 'status' ? ['active', 'tobedeleted', 'inactive'] : codes[column]
    return { name: column, kind: kindOf(column), need, ...(known && { codes: known }) }
  })
  return { file: `${name}.csv`, table: `raw_${snake(name)}`, columns: specs }
}

export const races = 'americanIndianOrAlaskaNative asian blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces' // prettier-ignore
const userRoles = words('administrator aide guardian parent proctor relative student teacher')
const roles12 = words(
  'aide counselor districtAdministrator guardian parent principal proctor relative siteAdministrator student systemAdministrator teacher',
)

const users = (isRoleInUsers: boolean) =>
  fileSpec(
    'users',
    `enabledUser! orgSourcedIds${isRoleInUsers ? '!' : ''} role${isRoleInUsers ? '*' : ''} username! userIds givenName* familyName* middleName identifier email sms phone agentSourcedIds grades password userMasterIdentifier resourceSourcedIds preferredGivenName preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns metadata.language`,
    { codes: { role: userRoles }, booleans: 'enabledUser', lists: 'orgSourcedIds agentSourcedIds' },
  )

/** The files of OneRoster that are read, with the columns of 1.1 and 1.2. In 1.2 roles stand in a file of their own. */
export const oneRosterFiles = (hasRolesFile: boolean): FileSpec[] => [
  fileSpec('orgs', 'name* type* identifier parentSourcedId', {
    ids: 'parentSourcedId',
    codes: { type: words('department school district local state national') },
  }),
  fileSpec('academicSessions', 'title* type* startDate* endDate* parentSourcedId schoolYear!', {
    ids: 'parentSourcedId',
    dates: 'startDate endDate',
    codes: { type: words('gradingPeriod semester schoolYear term') },
  }),
  fileSpec('courses', 'schoolYearSourcedId title! courseCode grades orgSourcedId! subjects subjectCodes', {
    ids: 'schoolYearSourcedId orgSourcedId',
  }),
  fileSpec(
    'classes',
    'title* grades courseSourcedId! classCode classType! location schoolSourcedId* termSourcedIds! subjects subjectCodes periods',
    {
      ids: 'courseSourcedId schoolSourcedId',
      lists: 'termSourcedIds',
      codes: { classType: words('homeroom scheduled') },
    },
  ),
  users(!hasRolesFile),
  fileSpec('enrollments', 'classSourcedId* schoolSourcedId! userSourcedId* role* primary beginDate endDate', {
    ids: 'classSourcedId schoolSourcedId userSourcedId',
    dates: 'beginDate endDate',
    booleans: 'primary',
    codes: { role: words('administrator proctor student teacher') },
  }),
  fileSpec(
    'demographics',
    `birthDate sex ${races} hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus`,
    {
      dates: 'birthDate',
      booleans: `${races} hispanicOrLatinoEthnicity`,
      codes: { sex: words('female male unspecified other') },
    },
  ),
  fileSpec('roles', 'userSourcedId* roleType! role* beginDate endDate orgSourcedId* userProfileSourcedId', {
    ids: 'userSourcedId orgSourcedId',
    dates: 'beginDate endDate',
    codes: { role: roles12 },
  }),
]

/** Scores, of which some close a term or a course. The columns of 1.1 and 1.2 differ in what a term is called. */
export const gradeFiles: readonly FileSpec[] = [
  fileSpec('categories', 'title*'),
  fileSpec(
    'lineItems',
    'title* description assignDate dueDate classSourcedId* categorySourcedId gradingPeriodSourcedId academicSessionSourcedId resultValueMin resultValueMax schoolSourcedId',
    {
      ids: 'classSourcedId categorySourcedId gradingPeriodSourcedId academicSessionSourcedId schoolSourcedId',
      dates: 'assignDate dueDate',
    },
  ),
  fileSpec(
    'results',
    'lineItemSourcedId* studentSourcedId* scoreStatus! score scoreDate! comment textScore classSourcedId inProgress incomplete late missing',
    {
      ids: 'lineItemSourcedId studentSourcedId classSourcedId',
      codes: { scoreStatus: ['exempt', 'fully graded', 'not submitted', 'partially graded', 'submitted'] },
    },
  ),
]

/** Files of the standard that hold nothing which is used here yet. */
export const filesLeftOut = words(
  'classResources courseResources resources lineItemLearningObjectiveIds lineItemScoreScales resultLearningObjectiveIds resultScoreScales scoreScales userProfiles userResources',
).map((name) => `${name}.csv`)

/** What a problem with a staged record is called in the file that it came from. */
export const originals: Record<string, Record<string, string>> = {
  'orgs.csv': { externalId: 'sourcedId' },
  'academicSessions.csv': { externalId: 'sourcedId', startsOn: 'startDate', endsOn: 'endDate', kind: 'type' },
  'classes.csv': { externalId: 'sourcedId', schoolExternalId: 'schoolSourcedId' },
  'users.csv': {
    externalId: 'sourcedId',
    schoolExternalId: 'orgSourcedIds',
    studentExternalId: 'sourcedId',
    contactExternalId: 'agentSourcedIds',
  },
  'roles.csv': { externalId: 'userSourcedId', schoolExternalId: 'orgSourcedId' },
  'demographics.csv': { studentExternalId: 'sourcedId' },
  'results.csv': { studentExternalId: 'studentSourcedId', numericGrade: 'score' },
  'enrollments.csv': {
    externalId: 'sourcedId',
    classExternalId: 'classSourcedId',
    personExternalId: 'userSourcedId',
    studentExternalId: 'userSourcedId',
    schoolExternalId: 'schoolSourcedId',
    beginOn: 'beginDate',
    endOn: 'endDate',
    entryOn: 'beginDate',
    exitOn: 'endDate',
  },
}
