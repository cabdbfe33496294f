import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localeOf } from '../../words/languages.ts'
import type { Column } from './DataTable.tsx'
import { filterRows, nextSort, type Sort, sortRows } from './rows.ts'

const step = 100

/** What a person has typed, sorted and hidden, and the rows that this leaves. */
export function useTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], firstSort: Sort | null) {
  const { i18n } = useTranslation()
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState(firstSort)
  const [hidden, setHidden] = useState(
    () => new Set(columns.filter((column) => column.hiddenAtFirst).map(({ key }) => key)),
  )
  const [limit, setLimit] = useState(step)
  const wanted = useDeferredValue(typed)
  const found = useMemo(
    () => sortRows(filterRows(rows, columns, wanted), columns, sort, localeOf(i18n.language)),
    [rows, columns, wanted, sort, i18n.language],
  )
  const toggleColumn = (key: string) => setHidden((before) => toggled(before, key))
  return {
    typed,
    setTyped,
    sort,
    sortBy: (key: string) => setSort(nextSort(sort, key)),
    setSort,
    hidden,
    toggleColumn,
    found,
    shown: found.slice(0, limit),
    showMore: () => setLimit(limit + step),
    columns: columns.filter(({ key }) => !hidden.has(key)),
  }
}

function toggled(keys: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
