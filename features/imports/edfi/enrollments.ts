import { elementAt } from './element.ts'
import type { Reader } from './reading.ts'

/** ExitWithdrawDate is the last day enrolled. One that cannot be read sets the record aside: leaving it empty would say "still enrolled". */
export const readEnrollment: Reader = ({ row, stage }) => {
  const entryOn = row.day('EntryDate')
  const exitOn = row.day('ExitWithdrawDate', 'needed_if_there')
  if (entryOn && exitOn && exitOn < entryOn) {
    const message = `The student left on ${exitOn}, before coming on ${entryOn}. The record is set aside.`
    row.report('error', 'exit_before_entry', 'ExitWithdrawDate', exitOn, message, {
      exit: exitOn,
      entry: entryOn,
      outcome: 'record_aside',
    })
  }
  stage('schoolEnrollment', {
    studentExternalId: row.student(),
    schoolExternalId: row.school(),
    entryOn,
    exitOn,
    gradeLevel: row.meaning('gradeLevel', elementAt(row.element, 'EntryGradeLevel')),
    isPrimary: row.boolean('PrimarySchool'),
  })
}
