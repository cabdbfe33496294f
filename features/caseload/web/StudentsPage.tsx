import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ExportLinks } from '#web/ui/ExportLinks.tsx'
import { Pager } from '#web/ui/Pager.tsx'
import { PrintFooter } from '#web/ui/PrintFooter.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useHat } from '#web/use-hat.ts'
import type { StudentList } from '../contract.ts'
import type { Scope } from './home-query.ts'
import { BulkBar } from './bulk/BulkBar.tsx'
import { useSelection } from './bulk/use-selection.ts'
import { NoStudents } from './NoStudents.tsx'
import { ScopeSwitch } from './ScopeSwitch.tsx'
import { StudentFilters } from './StudentFilters.tsx'
import { pageSize, readStudentsSearch, type StudentsSearch } from './students-search.ts'
import { StudentTable } from './StudentTable.tsx'
import { SavedViews } from './views/SavedViews.tsx'

const here = '/app/students'

/** Every student in the reader's reach; the address holds what is searched, so a list can be kept and sent on. */
export function StudentsPage() {
  const { t } = useTranslation()
  const { personName, role } = useHat()
  const { path, language } = useCommunity()
  const search = readStudentsSearch(useSearch({ strict: false }))
  const go = useNavigate()
  const router = useRouter()
  usePageTitle(t('room.students'))
  const { page = 1, ...filter } = search
  const list = useQuery({
    queryKey: ['students', path, language, search],
    queryFn: ({ signal }) =>
      api.get<StudentList>(`${path}/students`, {
        search: { ...filter, limit: pageSize, offset: (page - 1) * pageSize },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
  const change = (next: StudentsSearch, replace = false) => {
    // Whoever typed and then opened a student is already on the way there.
    if (router.latestLocation.pathname !== here) return
    void go({ to: here, search: readStudentsSearch(next), replace })
  }
  const selection = useSelection(list.data?.students.map(({ id }) => id) ?? [])
  const scope = filter.scope ?? 'caseload'
  const showScope = (next: Scope) => change({ ...search, page: 1, scope: next === 'school' ? next : undefined })
  const isFiltered = Object.keys(filter).some((key) => key !== 'sort' && key !== 'scope')
  return (
    <>
      <h1>{t(role === 'teacher' ? 'students.titleTeacher' : 'room.students')}</h1>
      {list.data && <ScopeSwitch scope={scope} size={list.data.caseloadSize} onChoose={showScope} />}
      <StudentFilters search={search} grades={list.data?.grades ?? []} onChange={change} />
      <SavedViews search={search} />
      {list.isPending && <Waiting />}
      {list.isError && <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.total === 0 && (
        <NoStudents
          isFiltered={isFiltered}
          onAll={() => change({})}
          {...(scope === 'caseload' && list.data.caseloadSize > 0 && { onSchool: () => showScope('school') })}
        />
      )}
      {list.data && list.data.total > 0 && (
        <>
          <Pager page={page} size={pageSize} total={list.data.total} onGo={(to) => change({ ...search, page: to })} />
          <ExportLinks list={`${path}/students`} search={filter} />
          <BulkBar selection={selection} shown={list.data.students.length} />
          <StudentTable students={list.data.students} selection={selection} isOld={list.isPlaceholderData} />
        </>
      )}
      <PrintFooter forWhom={personName} />
    </>
  )
}
