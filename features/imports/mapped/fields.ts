export type Shape = 'id' | 'name' | 'text' | 'day' | 'number' | 'code' | 'yesNo' | 'email' | 'phone' | 'grade'
export type Field = { shape: Shape; names: readonly string[] }

const field = (shape: Shape, names: string): Field => ({ shape, names: names.split(' | ') })

/**
 * What a column may be, with the names that student information systems and vendors give it. The same field means the same in every
 * kind of row.
 */
export const fields: Readonly<Record<string, Field>> = {
  studentId: field(
    'id',
    'student id | student number | sis id | id | student external id | pupil id | local id | id local | student local id | ps student id | district student id | student state id | secondary id | child id | source child id | person id | student sourced id | state student id | perm id | numero de estudiante',
  ),
  personId: field(
    'id',
    'user id | person id | sis id | id | teacher id | staff id | employee id | teacher number | teacher local id',
  ),
  contactId: field('id', 'contact id | guardian id | parent id | relationship user id | id del tutor'),
  classId: field(
    'id',
    'class id | section id | section sis id | class sis id | section number | sis id | id | course section id',
  ),
  courseId: field('id', 'course id | course sis id | sis id | id | course number'),
  termId: field('id', 'term id | term sis id | session ids | session id | term ids | id'),
  schoolId: field(
    'id',
    'school id | school sis id | org id | school number | school code | building id | school state id | sis id | id | site id',
  ),
  schoolName: field('name', 'school name | school | building | campus | site | organization name | escuela'),
  incidentId: field('id', 'incident id | incident number | referral id | id'),
  enrollmentId: field('id', 'enrollment id | id'),
  givenName: field(
    'name',
    'first name | given name | student first name | first | name first | preferred first name | child first name | nombre',
  ),
  familyName: field(
    'name',
    'last name | family name | surname | student last name | last | name last | child last name | apellido | apellidos',
  ),
  middleName: field('name', 'middle name | middle | student middle name | middle initial | name mi'),
  preferredName: field('name', 'preferred name | nickname | preferred given name'),
  email: field('email', 'email | e mail | email address | secondary email | correo | correo electronico'),
  phone: field('phone', 'phone | phone number | telephone | mobile | cell phone | sms | telefono'),
  gradeLevel: field(
    'grade',
    'grade | grade level | grades | student grade | current grade | year level | grado | hs grade level',
  ),
  birthDate: field('day', 'birth date | date of birth | dob | birthday | student dob | fecha de nacimiento'),
  sex: field('code', 'sex | gender | student gender | sexo'),
  races: field('text', 'race | races | race codes | race ethnicity | raza'),
  isHispanic: field('yesNo', 'hispanic | hispanic or latino | ethnicity codes | ethnicity hispanic | is hispanic'),
  homeLanguage: field('text', 'home language | primary language | language | idioma'),
  role: field('code', 'role | user role | person role | position | rol'),
  status: field('code', 'status | enrollment status | active | estado'),
  entryOn: field(
    'day',
    'entry date | enrollment date | enrolled on | start date | role start date | begin date | fecha de ingreso',
  ),
  exitOn: field('day', 'exit date | withdrawal date | leave date | end date | role end date | fecha de salida'),
  beginOn: field('day', 'begin date | start date | from date'),
  endOn: field('day', 'end date | to date | drop date'),
  startsOn: field('day', 'start date | term start date | begin date | starts on'),
  endsOn: field('day', 'end date | term end date | ends on'),
  name: field('name', 'name | school name | org name | nombre'),
  orgType: field('code', 'type | org type | organization type'),
  level: field('code', 'level | school level | school type'),
  title: field('text', 'title | class name | section name | course name | class title | class code | name'),
  courseTitle: field('text', 'course | course name | course title | class | subject name | curso | materia'),
  subject: field('text', 'subject | course subject | subjects | department | content area | materia'),
  termTitle: field('text', 'term | term name | marking period | quarter | semester | grading period | periodo'),
  termEndsOn: field('day', 'term end date | marking period end | end date'),
  termKind: field('code', 'type | term type | session type'),
  schoolYear: field('text', 'school year | academic year | year'),
  gradeType: field('code', 'grade type | mark type | type'),
  numericGrade: field(
    'number',
    'mark | percent | numeric grade | average | score | grade percent | final grade | calificacion',
  ),
  bestMark: field('number', 'best mark | maximum mark | points possible'),
  letterGrade: field('text', 'letter grade | letter | final letter'),
  creditsAttempted: field('number', 'credits attempted | potential credits | credit attempted'),
  creditsEarned: field('number', 'credits earned | earned credits | credit earned'),
  onDate: field(
    'day',
    'date | day | attendance date | absence date | incident date | event date | calendar date | fecha',
  ),
  code: field('code', 'code | attendance code | absence code | attendance | attendance type | absence type | codigo'),
  duration: field('number', 'duration | part of day | portion | days'),
  behavior: field('code', 'behavior | offense | incident type | infraction | violation | conducta'),
  participation: field('code', 'participation | part | participant type'),
  action: field('code', 'action | disciplinary action | discipline | consequence | resolution'),
  actionDays: field('number', 'action days | days suspended | length'),
  dayType: field('code', 'day type | type | calendar event'),
  event: field('code', 'event | step | milestone | activity'),
  institution: field('text', 'institution | college | university | college name'),
  detail: field('text', 'detail | comment | notes | description'),
  relation: field('code', 'relation | relationship | relationship role | relationship to student | parentesco'),
  isPrimary: field('yesNo', 'primary | primary contact | is primary'),
  livesWith: field('yesNo', 'lives with | resides with | living with'),
  assessment: field('text', 'test name | assessment | assessment name | test | assessment title | form | examen'),
  vendor: field('text', 'vendor | publisher | test maker'),
  testSubject: field('text', 'subject | content area | test subject'),
  takenOn: field(
    'day',
    'test date | date taken | test start date | completion date | administration date | latest sat date | submitted | taken on | date',
  ),
  score: field(
    'text',
    'score | scale score | overall score | overall scale score | test rit score | composite | total score | latest sat total | scaled score | sat total | beri | puntaje',
  ),
  achievement: field(
    'text',
    'performance level | performance level descriptor | level | overall placement | pld | proficiency | achievement quintile | beri risk | nivel',
  ),
}
