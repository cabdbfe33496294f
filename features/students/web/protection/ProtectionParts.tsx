import { useQuery } from '@tanstack/react-query'
import { useCommunity } from '#web/staff/use-community.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { AddressPart } from './AddressPart.tsx'
import { protectionQuery } from './protection-queries.ts'
import { RestrictionPart } from './RestrictionPart.tsx'
import './ProtectionParts.css'

/** For the data steward and school leaders: who has no rights here, what stays at school, and where the student lives. */
export function ProtectionParts({ studentId, name }: { studentId: string; name: string }) {
  const { path } = useCommunity()
  const found = useQuery(protectionQuery(path, studentId))
  if (found.isPending) return <Waiting />
  if (found.isError) return <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />
  const about = { studentId, name, protection: found.data }
  return (
    <div className="protection-parts">
      {found.data.restrictions && <RestrictionPart {...about} restrictions={found.data.restrictions} />}
      {found.data.addresses && <AddressPart {...about} addresses={found.data.addresses} />}
    </div>
  )
}
