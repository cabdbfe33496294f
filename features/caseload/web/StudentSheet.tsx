import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { HouseholdPart } from '#features/needs/web/household/HouseholdPart.tsx'
import { NeedsPart } from '#features/needs/web/NeedsPart.tsx'
import type { StudentRecord } from '#features/students/contract.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { AssessmentsPart } from './AssessmentsPart.tsx'
import { CorrectionsPart } from '#features/students/web/corrections/CorrectionsPart.tsx'
import { StatementsPart } from '#features/students/web/corrections/StatementsPart.tsx'
import { ProtectionParts } from '#features/students/web/protection/ProtectionParts.tsx'
import { CollegePart } from './CollegePart.tsx'
import { CoursesPart } from './CoursesPart.tsx'
import { AttendancePart } from './AttendancePart.tsx'
import { BehaviorPart } from './BehaviorPart.tsx'
import { FamilyPart } from './FamilyPart.tsx'
import { NotSeenHere } from './NotSeenHere.tsx'
import { ReferralsPart } from './ReferralsPart.tsx'
import { type Act, StudentActs } from './StudentActs.tsx'
import { StudentHead } from './StudentHead.tsx'
import { DeliveredToStudent } from './DeliveredToStudent.tsx'
import { StudentPicture } from './StudentPicture.tsx'
import { figuresQuery, studentReferralsQuery, viewersQuery } from './student-queries.ts'
import { useFactLines } from './use-fact-lines.ts'
import { ViewersPart } from './ViewersPart.tsx'
import { WritingsPart } from './WritingsPart.tsx'
import './StudentSheet.css'

export type StudentProps = { record: StudentRecord; name: string; onAct: (act: Act | null) => void }

/** The picture, the student's own words and strengths first, then what happened, what is needed, and who can see it. */
export function StudentSheet({ record, name }: { record: StudentRecord; name: string }) {
  const client = useQueryClient()
  const { path, language } = useCommunity()
  const [act, setAct] = useState<Act | null>(null)
  const figures = useQuery(figuresQuery(path, record.studentId, language))
  const referrals = useQuery({ ...studentReferralsQuery(path, record.studentId), enabled: holds(record, 'referrals') })
  const viewers = useQuery(viewersQuery(path, record.studentId))
  const facts = useFactLines(figures.data)
  const acted = () => {
    setAct(null)
    void client.invalidateQueries({ queryKey: ['student'] })
    void client.invalidateQueries({ queryKey: ['home'] })
  }
  const student = { record, name, onAct: setAct }
  return (
    <article className="student-sheet">
      <StudentHead {...student} flags={figures.data?.flags ?? []} notKnown={figures.data?.notKnown ?? []} />
      <StudentActs {...student} act={act} onDone={acted} />
      <StudentPicture {...student} viewers={viewers.data ?? []} referrals={referrals.data ?? []} />
      <div className="student-first">
        <div className="student-words">
          <WritingsPart {...student} element="voice" />
          <WritingsPart {...student} element="strengths" />
        </div>
        <AttendancePart record={record} figures={figures} />
      </div>
      <div className="student-parts">
        <CoursesPart record={record} figures={figures} />
        <AssessmentsPart record={record} />
        <CollegePart record={record} />
        <BehaviorPart record={record} figures={figures} />
        {holds(record, 'needs') && <NeedsPart record={record} name={name} facts={facts} />}
        <ReferralsPart {...student} referrals={referrals} />
        <DeliveredToStudent record={record} />
        <WritingsPart {...student} element="notes" />
        <FamilyPart record={record} />
        {holds(record, 'household') && <HouseholdPart record={record} name={name} />}
      </div>
      <StatementsPart record={record} className="card" />
      <CorrectionsPart record={record} className="card not-in-print corrections-part" />
      {(holds(record, 'contact_restrictions') || holds(record, 'household')) && (
        <ProtectionParts studentId={record.studentId} name={name} />
      )}
      <ViewersPart name={name} viewers={viewers} />
      <NotSeenHere record={record} />
    </article>
  )
}

export const holds = ({ elements }: StudentRecord, element: string) => elements.includes(element)
