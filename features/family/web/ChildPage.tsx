import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { AnsweredNotice } from '../../students/web/corrections/AnsweredNotice.tsx'
import { CorrectionsPart } from '../../students/web/corrections/CorrectionsPart.tsx'
import { StatementsPart } from '../../students/web/corrections/StatementsPart.tsx'
import { WrongButton } from '../../students/web/corrections/WrongButton.tsx'
import { recordQuery } from './family-queries.ts'
import { AskedNotice } from './AskedNotice.tsx'
import { AttendanceSection } from './AttendanceSection.tsx'
import { FamilyPage } from './FamilyPage.tsx'
import { IncidentSection } from './IncidentSection.tsx'
import { OwnWordsSection } from './OwnWordsSection.tsx'
import { GradeSection } from './GradeSection.tsx'
import { useFamily } from './use-family.ts'
import { WrittenSection } from './WrittenSection.tsx'

/** What the school knows about one child, for the one who may read all of it. */
export function ChildPage() {
  const { t } = useTranslation()
  const { community, child, name, about } = useFamily()
  const record = useQuery(recordQuery(community, child.studentId))
  const grade = useGradeWords()(child.gradeLevel)
  return (
    <FamilyPage title={child.isSelf ? t('family.nav.child_self') : (child.name ?? name)}>
      <p>{[child.isSelf ? child.name : null, child.schoolName, grade].filter(Boolean).join(' · ')}</p>
      <AskedNotice />
      <AnsweredNotice studentId={child.studentId} />
      {record.isPending && <Waiting />}
      {record.isError && <ProblemNotice problem={record.error} onRetry={() => void record.refetch()} />}
      {record.data && (
        <>
          <OwnWordsSection record={record.data} />
          <WrittenSection
            title={t('family.strengths', about)}
            empty={t('family.noStrengths', about)}
            writings={record.data.strengths}
          />
          <AttendanceSection record={record.data} />
          <WrongButton student={child.studentId} fact="attendance" />
          <GradeSection grades={record.data.grades} />
          {record.data.grades.length > 0 && <WrongButton student={child.studentId} fact="grade" />}
          <IncidentSection record={record.data} />
          {record.data.incidents.length + record.data.actions.length > 0 && (
            <WrongButton student={child.studentId} fact="behavior" />
          )}
          <WrittenSection
            title={t('family.needs', about)}
            empty={t('family.noNeeds', about)}
            writings={record.data.needs}
          />
          <StatementsPart record={record.data} />
          <CorrectionsPart record={record.data} />
          <div className="family-actions">
            <ActionButton onClick={() => window.print()}>{t('family.print')}</ActionButton>
          </div>
        </>
      )}
    </FamilyPage>
  )
}

function useGradeWords() {
  const { t } = useTranslation()
  return (level: string | null) => {
    if (level === null) return null
    if (level === 'KG') return t('family.kindergarten')
    const number = Number(level)
    return Number.isInteger(number) && number > 0 ? t('family.grade', { grade: number }) : null
  }
}
