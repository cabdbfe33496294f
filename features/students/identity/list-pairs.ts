import type { IdentityPair, IdentityRecord } from './contract.ts'
import { likelyPair, type Comparable } from './likely-pair.ts'
import type { PairRow, RecordRow } from './queries.ts'

const comparable = (kind: IdentityPair['kind'], record: RecordRow): Comparable => ({
  ...record,
  // Two guardians of one child are alike by the child that they share, as children are by their guardian.
  guardians: kind === 'person' ? record.students : record.guardians,
})

const toRecord = ({ givenName, middleName, familyName, ...record }: RecordRow): IdentityRecord => ({
  ...record,
  name: [givenName, middleName, familyName].filter(Boolean).join(' '),
})

const rank = { likely: 0, possible: 1, unlikely: 2 }
/** Guardians have no birth date here: a name that is alike and one thing beside it are enough to be asked about. */
const standingOf = (kind: IdentityPair['kind'], likeness: ReturnType<typeof likelyPair>) =>
  kind === 'person' && likeness.evidence.includes('sameName') && likeness.evidence.length > 1
    ? 'likely'
    : likeness.standing

/** The pairs that may be one person, the likely ones first; the fuller record is the one that is kept unless somebody says otherwise. */
export function listPairs(kind: IdentityPair['kind'], rows: readonly PairRow[]): IdentityPair[] {
  return rows
    .flatMap(({ one, other }) => {
      const likeness = likelyPair(comparable(kind, one), comparable(kind, other))
      const standing = standingOf(kind, likeness)
      if (standing === 'unlikely') return []
      const [kept, second] = one.rows >= other.rows ? [one, other] : [other, one]
      return [{ kind, one: toRecord(kept), other: toRecord(second), standing, evidence: likeness.evidence }]
    })
    .sort((a, b) => rank[a.standing] - rank[b.standing] || a.one.name.localeCompare(b.one.name))
}
