import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { Origin } from '#web/ui/Origin.tsx'
import type { AssessmentResult } from '../contract.ts'
import './RecordParts.css'

/** What tests said, newest first, each as the vendor wrote it and with where it came from. */
export function AssessmentTable({ results }: { results: readonly AssessmentResult[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <table className="assessment-table">
      <thead>
        <tr>
          <th scope="col">{t('assessment.test')}</th>
          <th scope="col">{t('assessment.day')}</th>
          <th scope="col">{t('assessment.result')}</th>
        </tr>
      </thead>
      <tbody>
        {results.map((each) => (
          <tr key={`${each.assessment} ${each.subject} ${each.on}`}>
            <th scope="row">{nameOf(each)}</th>
            <td>{format.day(each.on)}</td>
            <td>
              <strong>{each.score ?? t('assessment.noScore')}</strong> {each.level}
              <Origin of={nameOf(each)} facts={originOf(each, t('definition.assessment'))} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const nameOf = ({ assessment, subject }: AssessmentResult) => [assessment, subject].filter(Boolean).join(' · ')

const originOf = ({ vendor, sourceName, importedAt }: AssessmentResult, definition: string) => ({
  definition,
  ...((sourceName || vendor) && { source: [sourceName, vendor].filter(Boolean).join(': ') }),
  ...(importedAt && { importedAt }),
})
