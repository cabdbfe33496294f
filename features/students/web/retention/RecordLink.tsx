import { Link } from '@tanstack/react-router'
import type { Hold } from '../../retention/contract.ts'

type Props = { record: Pick<Hold, 'studentId' | 'studentName' | 'externalId' | 'hasPage'> }

/** Whose record it is; a page of it is there only while the files hold the student. */
export const RecordLink = ({ record: { studentId, studentName, externalId, hasPage } }: Props) => (
  <>
    {hasPage ? (
      <Link to="/app/students/$id" params={{ id: studentId }}>
        {studentName}
      </Link>
    ) : (
      studentName
    )}{' '}
    <span className="small soft">{externalId}</span>
  </>
)
