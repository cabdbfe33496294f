import { descriptors } from '../edfi/descriptors.ts'
import { fold } from '../edfi/meaning.ts'
import { codes } from '../records.ts'

type Meanings = Readonly<Record<string, string>>

const means = (list: string): Meanings =>
  Object.fromEntries(
    list.split(' ; ').flatMap((each) => {
      const [word, values] = each.split(' = ') as [string, string]
      return values.split(' | ').map((value) => [fold(value), word])
    }),
  )
const folded = (meanings: Meanings): Meanings =>
  Object.fromEntries(Object.entries(meanings).map(([code, word]) => [fold(code), word]))
const themselves = (words: readonly string[]) => Object.fromEntries(words.map((word) => [fold(word), word]))

const numbers = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const grade = (i: number) => String(i + 1).padStart(2, '0')
const ordinal = ['st', 'nd', 'rd']
const gradeLevels: Meanings = {
  ...folded(descriptors.gradeLevel.meanings),
  ...means(
    'KG = k | kg | kindergarten | 0 | 00 ; PK = pk | pre-k | prek | -1 ; TK = tk ; UG = ug ; PS = ps ; Other = other | ps1 | ps2',
  ),
  ...Object.fromEntries(
    numbers.flatMap((name, i) =>
      [
        `${i + 1}`,
        grade(i),
        `grade ${i + 1}`,
        `${i + 1}${ordinal[i] ?? 'th'} grade`,
        `${i + 1}${ordinal[i] ?? 'th'}`,
        `${name} grade`,
      ].map((value) => [value, grade(i)]),
    ),
  ),
}

/** What the values of a coded field usually mean, in lower case. A value that is not here is never guessed. */
export const meanings: Readonly<Record<string, Meanings>> = {
  gradeLevel: gradeLevels,
  sex: {
    ...folded(descriptors.sex.meanings),
    ...means(
      'female = f | female | girl | mujer ; male = m | male | boy | hombre ; other = x | other | nonbinary | unspecified',
    ),
  },
  role: means(
    'student = student | pupil | estudiante ; teacher = teacher | professor | faculty | maestro | maestra ; principal = principal | administrator | siteadministrator ; counselor = counselor ; guardian = guardian | parent | relative | mother | father ; none = aide | proctor | staff | other | ta',
  ),
  status: means(
    'active = active | a | enrolled | current | 1 | true | yes ; inactive = inactive | i | withdrawn | tobedeleted | deleted | 0 | false | no',
  ),
  orgType: means(
    'school = school | high school | middle school | elementary school ; other = district | department | college | local | state | national | ministryofeducation',
  ),
  level: {
    ...folded(descriptors.schoolCategory.meanings),
    ...means('elementary = elementary | es ; middle = middle | ms ; high = high | hs'),
  },
  termKind: {
    ...folded(descriptors.term.meanings),
    ...means(
      'school_year = schoolyear | school year | year ; semester = semester ; term = term | quarter | trimester ; grading_period = gradingperiod | grading period',
    ),
  },
  gradeType: {
    ...themselves(codes['grade.gradeType']!),
    ...means(
      'final = final | f | final grade ; grading_period = quarter | semester | grading period | term ; progress = progress | interim',
    ),
  },
  code: {
    ...folded(descriptors.attendance.meanings),
    ...means(
      'excused_absence = excused | ea | exc | excusedabsence | a-e | ae | excused_absence ; unexcused_absence = unexcused | ua | unx | unexcusedabsence | a-u | au | unexcused_absence ; tardy = t | tardy | late ; present = p | present | y ; suspension = s | sus | suspension | oss | iss ; early_departure = ed | early_departure | early dismissal ; partial = partial',
    ),
  },
  behavior: { ...folded(descriptors.behavior.meanings), ...themselves(codes['incident.behavior']!) },
  participation: folded(descriptors.participation.meanings),
  action: {
    ...folded(descriptors.discipline.meanings),
    ...means('in_school_suspension = iss ; out_of_school_suspension = oss ; none = none ; expulsion = exp'),
  },
  dayType: { ...folded(descriptors.calendarEvent.meanings), ...themselves(codes['calendarDate.dayType']!) },
  event: {
    ...themselves(codes['collegeAccess.event']!),
    ...means('fafsa_completed = fafsa | fafsa completed ; application = applied ; acceptance = accepted | admitted'),
  },
  relation: {
    ...folded(descriptors.relation.meanings),
    ...means('mother = mom | madre ; father = dad | padre ; guardian = guardian | tutor ; relative = relative'),
  },
  isHispanic: means(
    'true = y | yes | true | 1 | t | si | sí | hispanicorlatinoethnicity | hispanic ; false = n | no | false | 0 | f',
  ),
  isPrimary: means('true = y | yes | true | 1 | t | si | sí ; false = n | no | false | 0 | f'),
  livesWith: means('true = y | yes | true | 1 | t | si | sí ; false = n | no | false | 0 | f'),
}

/** The words that a coded field may come to; an empty one says that nothing is known. */
export const wordsFor = (field: string): string[] => [...new Set(Object.values(meanings[field] ?? {}))].sort()

export const isCoded = (field: string) => meanings[field] !== undefined

/** What a value usually means in a field; undefined where nobody can know without asking. */
export const meaningFor = (field: string, value: string): string | undefined => meanings[field]?.[fold(value)]
