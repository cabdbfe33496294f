import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Pager } from '#web/ui/Pager.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Assignable, Caseloads } from '../../assigning/contract.ts'
import { useGrade } from '#features/students/web/use-grade.ts'
import { useAssigning } from './use-assigning.ts'

const pageSize = 50

/** One by one: each student with the coordinator who has it. A choice counts at once and can be undone. */
export function AssignableList({ schoolId, caseloads, students }: Caseloads) {
  const { t } = useTranslation()
  const { assign, undo } = useAssigning()
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const wanted = search.trim().toLocaleLowerCase()
  const found = students.filter((each) => nameOf(each).toLocaleLowerCase().includes(wanted))
  const move = (student: string, coordinator: string) =>
    assign.mutate({ schoolId: schoolId!, coordinator: coordinator || null, choice: { students: [student] } })
  return (
    <section className="card" aria-labelledby="one-by-one-title">
      <h2 id="one-by-one-title">{t('caseload.oneByOne')}</h2>
      <Field label={t('caseload.search')}>
        {(describe) => (
          <input
            {...describe}
            type="search"
            value={search}
            onChange={({ target }) => {
              setSearch(target.value)
              setPage(1)
            }}
          />
        )}
      </Field>
      <Pager page={page} size={pageSize} total={found.length} onGo={setPage} />
      {assign.data && assign.data.moved > 0 && (
        <ActionButton onClick={() => undo.mutate(assign.data.id)}>{t('caseload.undoLast')}</ActionButton>
      )}
      {(assign.error ?? undo.error) && <ProblemNotice problem={assign.error ?? undo.error} />}
      <ul className="plain-list caseload-students">
        {found.slice((page - 1) * pageSize, page * pageSize).map((each) => (
          <li key={each.id}>
            <OneStudent student={each} caseloads={caseloads} onMove={move} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const nameOf = ({ givenName, familyName }: Assignable) => `${givenName} ${familyName}`

type RowProps = {
  student: Assignable
  caseloads: Caseloads['caseloads']
  onMove: (student: string, coordinator: string) => void
}

function OneStudent({ student, caseloads, onMove }: RowProps) {
  const { t } = useTranslation()
  const gradeWord = useGrade()
  const name = nameOf(student)
  return (
    <>
      <span>
        {name} <span className="soft">· {gradeWord(student.gradeLevel)}</span>
      </span>
      <select
        aria-label={t('caseload.whoHas', { name })}
        value={student.membershipId ?? ''}
        onChange={({ target }) => onMove(student.id, target.value)}
      >
        <option value="">{t('caseload.toNobody')}</option>
        {caseloads.map(({ membershipId, personName }) => (
          <option key={membershipId} value={membershipId}>
            {personName}
          </option>
        ))}
      </select>
    </>
  )
}
