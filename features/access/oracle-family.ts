import type { Hat, StudentRow } from './world.ts'

/** Two guardians: neither reads what the other wrote or did. */
export const isAnotherGuardians = (hat: Hat, row: StudentRow) =>
  hat.kind === 'guardianship' && row.author_kind === 'guardian' && (row.author_id ?? row.person_id) !== hat.personId

/** What an adult of the household needs is for that adult and for school, not for the other adults. */
export const isAnotherMembers = (hat: Hat, row: StudentRow) =>
  hat.kind !== 'membership' && !!row.member_id && ![row.member_person_id, row.author_id].includes(hat.personId)
