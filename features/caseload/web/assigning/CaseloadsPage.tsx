import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { Field } from '#web/ui/Field.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Caseloads } from '../../assigning/contract.ts'
import { AssignableList } from './AssignableList.tsx'
import { AssignForm } from './AssignForm.tsx'
import './CaseloadsPage.css'

/** For a principal or a coordinator: which coordinator has which students, and giving them by grade, class, all or one by one. */
export function CaseloadsPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [school, setSchool] = useState<string>()
  usePageTitle(t('caseload.title'))
  const found = useQuery({
    queryKey: ['caseloads', path, school ?? null],
    queryFn: ({ signal }) => api.get<Caseloads>(`${path}/caseloads`, { search: { school }, signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <h1>{t('caseload.title')}</h1>
      <p>{t('caseload.text')}</p>
      {found.isPending && <Waiting />}
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data && found.data.schools.length > 1 && (
        <Field label={t('caseload.schoolLabel')}>
          {(describe) => (
            <select {...describe} value={found.data.schoolId ?? ''} onChange={({ target }) => setSchool(target.value)}>
              {found.data.schools.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {found.data && <OneSchool {...found.data} key={found.data.schoolId} />}
    </>
  )
}

function OneSchool(school: Caseloads) {
  const { t } = useTranslation()
  const format = useFormat()
  const { caseloads, students } = school
  if (caseloads.length === 0) return <EmptyPlace title={t('caseload.nobody')}>{t('caseload.nobodyText')}</EmptyPlace>
  const free = students.filter(({ membershipId }) => membershipId === null).length
  return (
    <>
      <ul className="plain-list caseload-sizes">
        {caseloads.map((each) => (
          <li key={each.membershipId} className="card">
            <strong>{each.personName}</strong> <span className="soft">{each.isMine && t('caseload.you')}</span>
            <br />
            {t('caseload.students', { count: each.students, number: format.number(each.students) })}
          </li>
        ))}
        <li className="card">
          <strong>{t('caseload.onNone')}</strong>
          <br />
          {t('caseload.students', { count: free, number: format.number(free) })}
        </li>
      </ul>
      <div className="caseload-columns">
        <AssignForm {...school} />
        <AssignableList {...school} />
      </div>
    </>
  )
}
