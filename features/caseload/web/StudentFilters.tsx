import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'
import { flagKinds, sorts, type StudentsSearch } from './students-search.ts'
import { useGrade } from '#features/students/web/use-grade.ts'
import './StudentsPage.css'

const pauseMs = 300

type Props = {
  search: StudentsSearch
  grades: readonly string[]
  onChange: (search: StudentsSearch, replace?: boolean) => void
}

export function StudentFilters({ search, grades, onChange }: Props) {
  const { t } = useTranslation()
  const gradeWord = useGrade()
  const changed = (part: StudentsSearch) => onChange({ ...search, page: 1, ...part })
  return (
    <search className="student-filters not-in-print">
      <SearchField
        value={search.search ?? ''}
        onSearch={(text) => onChange({ ...search, page: 1, search: text }, true)}
      />
      <Choice
        label={t('students.grade')}
        value={search.grade ?? ''}
        options={[['', t('students.allGrades')], ...grades.map((grade): Option => [grade, gradeWord(grade)])]}
        onChange={(grade) => changed({ grade })}
      />
      <Choice
        label={t('students.flag')}
        value={search.flag ?? ''}
        options={[
          ['', t('students.allFlags')],
          ...flagKinds.map((kind): Option => [kind, t(`students.flags.${kind}`)]),
        ]}
        onChange={(flag) => changed({ flag: flag as StudentsSearch['flag'] & string })}
      />
      <Choice
        label={t('table.sortBy')}
        value={search.sort ?? 'name'}
        options={sorts.map((sort): Option => [sort, t(`students.sorts.${sort}`)])}
        onChange={(sort) => changed({ sort: sort as StudentsSearch['sort'] & string })}
      />
    </search>
  )
}

type Option = [value: string, label: string]
type ChoiceProps = { label: string; value: string; options: readonly Option[]; onChange: (value: string) => void }

const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <Field label={label}>
    {(describe) => (
      <select {...describe} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
    )}
  </Field>
)

/** Searches when the typing pauses. What another page or the Back key puts into the address shows here too. */
function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const search = useRef(onSearch)
  useEffect(() => {
    search.current = onSearch
  })
  if (known !== value) {
    setKnown(value)
    if (typed.trim() !== value) setTyped(value)
  }
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => search.current(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, value])
  return (
    <Field label={t('students.search')}>
      {(describe) => (
        <input
          {...describe}
          type="search"
          value={typed}
          maxLength={100}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
    </Field>
  )
}
