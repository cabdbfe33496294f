import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { schoolsQuery } from '../organizations-query.ts'
import { useGradeWords } from '../use-grade-words.ts'
import { Line, type PartProps, TickList } from './FormParts.tsx'

const offered = ['en', 'es', 'ar', 'fr', 'ht', 'so', 'uk', 'vi', 'zh']

/** For whom: grades, ages, schools and languages. What is left open is open to all. */
export function WhoSection(part: PartProps) {
  const { t } = useTranslation()
  const { path, locale } = useCommunity()
  const schools = useQuery(schoolsQuery(path))
  const { gradeLevels, shortGrade } = useGradeWords()
  const { text, change, lacks } = part
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  const languages = [...new Set([...offered, ...text.languages])]
  return (
    <details className="form-more" open={lacks('ages') || undefined}>
      <summary>{t('partners.service.forWhom')}</summary>
      <TickList
        label={t('partners.service.gradeLevels')}
        hint={t('partners.service.gradeLevelsHint')}
        options={gradeLevels.map((grade) => [grade, shortGrade(grade)] as const)}
        value={text.gradeLevels}
        onChange={(value) => change({ gradeLevels: value })}
      />
      <div className="field-row">
        <Line {...part} name="minAge" inputMode="decimal" error={lacks('ages') ? t('partners.agesWrong') : undefined} />
        <Line {...part} name="maxAge" inputMode="decimal" />
      </div>
      <TickList
        label={t('partners.service.schoolIds')}
        hint={t('partners.service.schoolIdsHint')}
        options={(schools.data ?? []).map(({ id, name }) => [id, name] as const)}
        value={text.schoolIds}
        onChange={(schoolIds) => change({ schoolIds })}
      />
      <TickList
        label={t('partners.service.languages')}
        options={languages.map((code) => [code, names.of(code) ?? code] as const)}
        value={text.languages}
        onChange={(value) => change({ languages: value })}
      />
      <Line {...part} name="eligibility" maxLength={2000} />
    </details>
  )
}
