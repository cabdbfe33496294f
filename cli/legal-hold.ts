import { findHold, findStudent, placeHold, releaseHold } from '#features/students/retention/queries.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { Problem } from '#platform/problems.ts'
import { print, required, UsageError, type Command } from './command.ts'
import { asOperator } from './desk.ts'

/** `concentric legal-hold place|release STUDENT`: stops the destruction of a student's record, or lets it go on. */
export const run: Command = (call) => {
  const [verb, externalId] = call.words
  if (verb !== 'place' && verb !== 'release') throw new UsageError('Please say place or release.')
  const student = required(externalId, "the student's id at the district")
  const reason = verb === 'place' ? required(call.options.reason, '--reason TEXT') : ''
  return asOperator(call, async ({ installation, database, session, communityId, districtId }) => {
    const { id, hold } = await unsafeAsOwner(installation.urls.concentric_owner, async (tx) => {
      const [found] = await tx(findStudent(communityId, districtId, student))
      if (!found)
        throw new Problem(404, 'not_found', `There is no student ${student}. Look the id up in the district's files.`)
      return { id: found.id, hold: (await tx(findHold(communityId, found.id)))[0]?.id }
    })
    if (verb === 'place' && hold) throw new Problem(409, 'exists', `Student ${student} is on legal hold already.`)
    if (verb === 'release' && !hold) throw new Problem(404, 'not_found', `Student ${student} is not on legal hold.`)
    await database.as(session, null, (tx) => tx(verb === 'place' ? placeHold(id, reason) : releaseHold(hold!)))
    print(
      verb === 'place' ? `Student ${student} is on legal hold.` : `The legal hold of student ${student} is released.`,
    )
    return 0
  })
}
