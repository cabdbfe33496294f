import { elementAt } from './element.ts'
import type { Reader } from './reading.ts'

/** Programs that have an association of their own; of all others the type of the program says what it is. */
const ofAssociation: Readonly<Record<string, string>> = {
  StudentSpecialEducationProgramAssociation: 'special_education',
  StudentSchoolFoodServiceProgramAssociation: 'school_meals',
  StudentLanguageInstructionProgramAssociation: 'english_learner',
  StudentMigrantEducationProgramAssociation: 'migrant',
  StudentHomelessProgramAssociation: 'homeless',
  StudentTitleIPartAProgramAssociation: 'title_i',
  StudentCTEProgramAssociation: 'career_technical',
  StudentSection504ProgramAssociation: 'section_504',
  StudentEarlyEducationProgramAssociation: 'early_childhood',
  StudentNeglectedOrDelinquentProgramAssociation: 'other',
}
export const programAssociations = ['StudentProgramAssociation', ...Object.keys(ofAssociation)]

/** A student in a program, from a day on. EndDate is the last day; one that cannot be read would say "still in it". */
export const readProgram: Reader = ({ row, stage }) => {
  const [title] = row.reference('ProgramReference', ['ProgramIdentity/ProgramName']) ?? []
  const type = elementAt(row.element, 'ProgramReference/ProgramIdentity/ProgramType')
  const program = ofAssociation[row.element.name] ?? row.neededMeaning('program', type, 'ProgramType')
  const beginOn = row.day('BeginDate')
  const endOn = row.day('EndDate', 'needed_if_there')
  if (beginOn && endOn && endOn < beginOn)
    row.report(
      'error',
      'ends_before_it_begins',
      'EndDate',
      endOn,
      `The program ended on ${endOn}, before ${beginOn}.`,
      {
        ends: endOn,
        starts: beginOn,
        context: 'program',
      },
    )
  stage('program', { studentExternalId: row.student(), program, title: title ?? null, beginOn, endOn })
}
